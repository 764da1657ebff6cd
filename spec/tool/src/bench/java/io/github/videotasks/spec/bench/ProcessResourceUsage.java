package io.github.videotasks.spec.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The resource usage of a process.
 *
 * @param exitCode its exit code
 * @param wallMillis the elapsed time, in ms
 * @param cpuMillis user and system time of all its threads, in ms
 * @param peakKib its peak resident memory (VmHWM), in KiB
 */
record ProcessResourceUsage(int exitCode, long wallMillis, long cpuMillis, long peakKib) {
  private static final long POLL_MILLIS = 3;
  private static final int USER_TIME = 11;
  // Linux reports CPU times in ticks, which are 10 ms on all platforms that Java supports.
  private static final int TICK_MILLIS = 10;

  /**
   * Runs a command until it exits and samples its counters in {@code /proc} every 3 ms. The last
   * sample before the exit counts.
   *
   * @param log the file for the output of the command
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
    // The name of the command, in parentheses, may contain spaces.
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

  /** Returns an empty text when the process has exited. */
  private static String readOrEmpty(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
