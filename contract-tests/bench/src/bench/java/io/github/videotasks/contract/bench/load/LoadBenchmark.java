package io.github.videotasks.contract.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Load test that measures the cost of waiting for many tasks and prints a Markdown table. Each wait
 * strategy runs in its own process, one after the other, against a gateway in another process.
 *
 * <p>Gateway and client share the machine, so on two cores each has about one core. If a client
 * keeps up with the polls but has a high lag, look at the CPU column first. The goals apply to the
 * strategy of this library ({@code ours}).
 *
 * <p>Arguments: scenarios as {@code tasks:interval in ms:measured intervals}, such as {@code
 * 2000:5000:3 20000:30000:1 100000:60000:1}; {@code callbacks} for {@link
 * BlockedCallbacksBenchmark}; {@code memory} or {@code memory=file of a response} for {@link
 * WaitMemoryBenchmark}.
 */
public final class LoadBenchmark {

  /** With more threads than this, the limits of the machine are measured, not the strategy. */
  private static final int MAX_THREADS = 5_000;

  /** Above it, only this library runs: the plain loop loses tasks long before. */
  private static final int MAX_COMPARED_TASKS = 500_000;

  private LoadBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> scenarios = new ArrayList<>();
    for (String arg : args) {
      if (arg.equals("callbacks")) {
        runAlone(BlockedCallbacksBenchmark.class, List.of());
      } else if (arg.startsWith("memory")) {
        List<String> file = List.of(arg.split("=", 2));
        runAlone(WaitMemoryBenchmark.class, file.subList(1, file.size()));
      } else {
        scenarios.add(arg);
      }
    }
    if (!scenarios.isEmpty()) {
      runScenarios(scenarios);
    }
  }

  /** Runs a benchmark in a process of its own and prints its table. */
  private static void runAlone(Class<?> main, List<String> args)
      throws IOException, InterruptedException {
    Process run = startJava(main, List.of("-Xmx1g", "-XX:+UseSerialGC"), args);
    try (BufferedReader out = outputReader(run)) {
      out.lines().forEach(System.out::println);
    }
    run.waitFor();
    System.out.println();
  }

  private static void runScenarios(List<String> scenarios)
      throws IOException, InterruptedException {
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
          "| tasks | client | polls due | responses | tasks lost | lag p50 | lag p99 | threads |"
              + " heap | -Xmx | RSS | CPU | goals |");
      System.out.println("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
      for (String arg : scenarios) {
        LoadScenario scenario = LoadScenario.parse(arg);
        if (scenario.tasks() > MAX_COMPARED_TASKS) {
          printRow("ours-no-timeline", url, scenario);
          continue;
        }
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

  private static void printRow(String strategy, String url, LoadScenario scenario)
      throws IOException, InterruptedException {
    Process run =
        startJava(
            LoadRun.class, heapOptions(scenario), List.of(strategy, url, scenario.toString()));
    try (BufferedReader out = outputReader(run)) {
      String line = out.readLine();
      System.out.println(
          line == null ? "| " + scenario + " | " + strategy + " | no result |" : line);
    }
    run.waitFor();
  }

  /** The same small heap for each strategy, because the RSS grows with the permitted heap. */
  private static List<String> heapOptions(LoadScenario scenario) {
    List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xss512k"));
    if (scenario.tasks() > MAX_COMPARED_TASKS) {
      // Almost everything lives until its task ends, so the young generation is small.
      options.addAll(List.of("-Xmx1750m", "-Xmn64m"));
    } else {
      options.add(scenario.tasks() <= 5_000 ? "-Xmx48m" : "-Xmx700m");
    }
    return options;
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
