package io.github.videotasks.spec.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a whole process cost.
 *
 * @param exitCode its exit code
 * @param wallMillis from its start to its end, in ms
 * @param cpuMillis user and system time of all its threads, in ms
 * @param peakKib the most memory that it held (VmHWM), in KiB
 */
record ProcessResourceUsage(int exitCode, long wallMillis, long cpuMillis, long peakKib) {
  private static final long POLL_MILLIS = 3;
  private static final int USER_TIME = 11;
  // Linux shows times in ticks, which are 10 ms wherever Java runs.
  private static final int TICK_MILLIS = 10;

  /**
   * Runs a command to its end and reads what Linux counts of it, every 3 ms: the last reading
   * before the end counts.
   *
   * @param log takes what the command prints
   */
  static ProcessResourceUsage measure(List<String> command, Path log)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()))
            .start();
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    long cpu = 0;
    long peak = 0;
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      cpu = Math.max(cpu, readCpuMillis(proc));
      peak = Math.max(peak, readPeakKib(proc));
    }
    long wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return new ProcessResourceUsage(process.exitValue(), wall, cpu, peak);
  }

  private static long readCpuMillis(Path proc) {
    String stat = readOrEmpty(proc.resolve("stat"));
    // The name of the command, in parentheses, may hold blanks.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    return fields.length <= USER_TIME + 1
        ? 0
        : (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) * TICK_MILLIS;
  }

  private static long readPeakKib(Path proc) {
    return readOrEmpty(proc.resolve("status"))
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** Gives nothing once the process has ended. */
  private static String readOrEmpty(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
