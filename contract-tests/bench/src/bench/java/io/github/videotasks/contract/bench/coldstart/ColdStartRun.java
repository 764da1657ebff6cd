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
 * One process of a client, from its start to its first decoded status.
 *
 * @param wallMillis until its line was there
 * @param result what the line says
 */
record ColdStartRun(long wallMillis, ColdStartResult result) {

  /** The jars below both of our clients, and the folder of the programs that are started. */
  private static final String OUR_JARS =
      "test-classes|classes"
          + "|(retrofit|converter-moshi|moshi|okhttp|okhttp-jvm|okio-jvm|kotlin-stdlib|jspecify|annotations)-\\d.*";

  /** What a client of ours needs: the jars below it and those whose names begin so. */
  static Pattern ourJars(String jars) {
    return Pattern.compile(OUR_JARS + "|" + jars + ".*");
  }

  /**
   * Starts a client and waits for its end.
   *
   * @param client the program; it ends with a line of {@link ColdStartResult#print}
   * @param jars the names of what it needs of the class path of this process
   * @param address whom it asks
   * @throws IllegalStateException if it ends without a status
   */
  static ColdStartRun start(Class<?> client, Pattern jars, String address)
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
            client.getSimpleName() + " ended with " + process.exitValue() + ", its line: " + line);
      }
      return new ColdStartRun(wall, ColdStartResult.parse(line));
    }
  }

  long cpuMillis() {
    return result.cpuMillis();
  }

  /** The middle one of the figures; of an even number of runs the upper one. */
  static long median(List<ColdStartRun> runs, ToLongFunction<ColdStartRun> figure) {
    return runs.stream().mapToLong(figure).sorted().skip(runs.size() / 2).findFirst().orElseThrow();
  }
}
