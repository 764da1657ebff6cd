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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the extension adds to the cold start of the generated client below it: processes with the
 * one and with the other in turn, on one class path, with the same answer from one server on the
 * loopback. Counted is the time of the processor, because the machine may have other work.
 *
 * <p>Arguments: the folder of the contract's examples, the number of rounds, and the most that the
 * ratio of the medians may be; above it the process ends with 1.
 */
public final class ExtColdStart {
  private static final Pattern JARS =
      Pattern.compile(
          "test-classes|video-tasks-client-.*|classes"
              + "|(retrofit|converter-moshi|moshi|okhttp|okhttp-jvm|okio-jvm|kotlin-stdlib|jspecify|annotations)-\\d.*");

  private ExtColdStart() {}

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
    List<Long> generated = new ArrayList<>();
    List<Long> extension = new ArrayList<>();
    for (int round = 0; round < Integer.parseInt(args[1]); round++) {
      generated.add(cpuMillis(OursOnce.class, address));
      extension.add(cpuMillis(ExtOnce.class, address));
    }
    server.stop(0);
    double ratio = (double) median(extension) / median(generated);
    System.out.printf(
        "%nProcess to first decoded status, CPU ms, median of %d%n"
            + "%-18s %6d%n%-18s %6d%nratio %.2f, at most %s%n",
        generated.size(),
        "client-generated",
        median(generated),
        "client-ext",
        median(extension),
        ratio,
        args[2]);
    System.exit(ratio <= Double.parseDouble(args[2]) ? 0 : 1);
  }

  private static long cpuMillis(Class<?> client, String address)
      throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(it -> JARS.matcher(Path.of(it).getFileName().toString()).matches())
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                client.getName(),
                address,
                "video_1")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      if (process.waitFor() != 0 || line == null) {
        throw new IllegalStateException(client.getSimpleName() + " ended without a status");
      }
      return Finish.parse(line).cpuMillis();
    }
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
