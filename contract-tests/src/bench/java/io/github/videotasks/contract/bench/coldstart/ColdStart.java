package io.github.videotasks.contract.bench.coldstart;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Starts a process with ours and one with openai-java in turn; both get the same answer from one
 * server on the loopback, and each has the jars on its class path that it needs and no others.
 *
 * <p>Arguments: the folder of the contract's examples, the number of rounds.
 */
public final class ColdStart {
  private static final Pattern OURS =
      Pattern.compile(
          "test-classes|video-tasks-client-generated.*|classes"
              + "|(retrofit|converter-moshi|moshi|okhttp|okhttp-jvm|okio-jvm|kotlin-stdlib|jspecify|annotations)-\\d.*");
  private static final Pattern OPENAI =
      Pattern.compile(
          "test-classes"
              + "|(openai-java|openai-java-core|openai-java-client-okhttp|okhttp|okhttp-jvm|logging-interceptor|okio-jvm)-\\d.*"
              + "|(kotlin-stdlib|kotlin-stdlib-jdk7|kotlin-stdlib-jdk8|kotlin-reflect|annotations|error_prone_annotations)-\\d.*"
              + "|(jackson-|jsonschema-|classmate-|httpc|swagger-annotations|slf4j-api).*");

  private static final double GOAL = 0.38;

  private record Run(long wallMillis, Finish finish) {}

  private ColdStart() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    byte[] answer = Files.readAllBytes(Path.of(args[0], "chainhub-openai", "2.json"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/videos/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    String address = "http://localhost:" + server.getAddress().getPort() + "/";
    List<Run> ours = new ArrayList<>();
    List<Run> theirs = new ArrayList<>();
    for (int round = 0; round < Integer.parseInt(args[1]); round++) {
      ours.add(run(OursOnce.class, OURS, address));
      theirs.add(run(OpenAiOnce.class, OPENAI, address));
    }
    server.stop(0);
    print(ours, theirs);
  }

  private static Run run(Class<?> client, Pattern jars, String address)
      throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(it -> jars.matcher(Path.of(it).getFileName().toString()).matches())
            .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            client.getName(),
            address,
            "video_1");
    command.redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    Process process = command.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      long wall = (System.nanoTime() - start) / 1_000_000;
      process.waitFor();
      if (line == null) {
        throw new IllegalStateException(
            client.getSimpleName() + " ended with " + process.exitValue() + " and no status");
      }
      return new Run(wall, Finish.parse(line));
    }
  }

  private static void print(List<Run> ours, List<Run> theirs) {
    double ratio = (double) median(ours, true) / median(theirs, true);
    System.out.printf(
        "%nProcess to first decoded status, median of %d%n%n| | CPU ms | wall ms | status |%n|---|---:|---:|---|%n",
        ours.size());
    row("ours", ours);
    row("openai-java", theirs);
    System.out.printf(
        Locale.ROOT,
        "| ratio; goal: at most %.2f of the CPU | %.2f | %.2f | %s |%n",
        GOAL,
        ratio,
        (double) median(ours, false) / median(theirs, false),
        ratio <= GOAL ? "met" : "MISSED");
  }

  private static void row(String name, List<Run> runs) {
    System.out.printf(
        "| %s | %d | %d | %s |%n",
        name, median(runs, true), median(runs, false), runs.get(0).finish().status());
  }

  private static long median(List<Run> runs, boolean cpu) {
    return runs.stream()
        .mapToLong(it -> cpu ? it.finish().cpuMillis() : it.wallMillis())
        .sorted()
        .skip(runs.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
