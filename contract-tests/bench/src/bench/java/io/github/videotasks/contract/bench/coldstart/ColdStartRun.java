package io.github.videotasks.contract.bench.coldstart;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measurement of one client process, from its start to its first decoded status.
 *
 * @param wallMillis time until the process wrote its output line, in ms
 * @param result the parsed output line
 */
record ColdStartRun(long wallMillis, ColdStartResult result) {

  /** The dependencies of both of our clients, and the folders with the started programs. */
  private static final String OUR_JARS =
      "test-classes|classes"
          + "|(retrofit|converter-moshi|moshi|okhttp|okhttp-jvm|okio-jvm|kotlin-stdlib|jspecify|annotations)-\\d.*";

  /** Returns a pattern for the dependencies of our clients and for jars with the given prefix. */
  static Pattern ourJars(String prefix) {
    return Pattern.compile(OUR_JARS + "|" + prefix + ".*");
  }

  /**
   * Starts a client process and waits until it exits.
   *
   * @param client main class; it prints one line with {@link ColdStartResult#print}
   * @param jars names of the class path entries of this process that the client needs
   * @param baseUrl base URL of the server, with a trailing slash
   * @throws IllegalStateException if the process exits without printing a status
   */
  static ColdStartRun start(Class<?> client, Pattern jars, String baseUrl)
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
                baseUrl,
                "video_1")
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    Process process = command.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      long wall = (System.nanoTime() - start) / 1_000_000;
      if (process.waitFor() != 0 || line == null) {
        throw new IllegalStateException(
            "expected exit code 0 and a status from "
                + client.getSimpleName()
                + ", found exit code "
                + process.exitValue()
                + " and output "
                + line);
      }
      return new ColdStartRun(wall, ColdStartResult.parse(line));
    }
  }

  long cpuMillis() {
    return result.cpuMillis();
  }

  /** Returns the median of a figure; for an even number of runs the upper of the middle two. */
  static long median(List<ColdStartRun> runs, ToLongFunction<ColdStartRun> figure) {
    return runs.stream().mapToLong(figure).sorted().skip(runs.size() / 2).findFirst().orElseThrow();
  }
}
