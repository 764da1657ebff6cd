package io.github.videotasks.contract.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what waiting for many tasks costs, one way after the other, each in a process of its
 * own, against one gateway in another; writes a Markdown table.
 *
 * <p>Gateway and client share the machine, so on two cores each has about one: where the client
 * keeps up but is late, look at the CPU column first. The goals are those for the way of the
 * library.
 *
 * <p>Arguments: scenarios as {@code tasks:interval in ms:measured intervals}, such as {@code
 * 2000:5000:3 20000:30000:1 100000:60000:1}.
 */
public final class LoadBenchmark {

  /** More threads than this, and the machine rather than the way is measured. */
  private static final int MAX_THREADS = 5_000;

  private LoadBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Process gateway =
        startJava(
            LoadTestGateway.class,
            List.of(
                "-Dsun.net.httpserver.nodelay=true",
                "-Dsun.net.httpserver.maxIdleConnections=10000",
                "-Xmx256m"),
            List.of());
    try (BufferedReader out = outputReader(gateway)) {
      String url = "http://127.0.0.1:" + out.readLine() + "/";
      System.out.println(
          "| tasks | way | polls due | answered | lost | lag p50 | lag p99 | threads | heap | RSS |"
              + " CPU | goals |");
      System.out.println("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
      for (String arg : args) {
        LoadScenario scenario = LoadScenario.parse(arg);
        printRow("ours", url, scenario);
        printRow("naive-retrofit", url, scenario);
        if (scenario.tasks() <= MAX_THREADS) {
          printRow("thread-per-task", url, scenario);
        }
      }
    } finally {
      gateway.destroy();
    }
  }

  private static void printRow(String way, String url, LoadScenario scenario)
      throws IOException, InterruptedException {
    // The same for each way, and little: what the heap may take, the RSS shows.
    String heap = scenario.tasks() <= 5_000 ? "-Xmx48m" : "-Xmx700m";
    Process run =
        startJava(
            LoadRun.class,
            List.of(heap, "-XX:+UseSerialGC", "-Xss512k"),
            List.of(way, url, scenario.toString()));
    try (BufferedReader out = outputReader(run)) {
      String line = out.readLine();
      System.out.println(line == null ? "| " + scenario + " | " + way + " | no result |" : line);
    }
    run.waitFor();
  }

  private static Process startJava(Class<?> main, List<String> options, List<String> args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(args);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static BufferedReader outputReader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
