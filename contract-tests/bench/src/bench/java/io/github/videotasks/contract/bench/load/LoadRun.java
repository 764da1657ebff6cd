package io.github.videotasks.contract.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that waits for the tasks of one scenario in one way and writes its row of the table.
 *
 * <p>Arguments: {@code ours}, {@code thread-per-task} or {@code naive-retrofit}; the address of the
 * gateway; the scenario.
 */
public final class LoadRun {

  private static final int WARM_UP_TASKS = 20;

  private LoadRun() {}

  public static void main(String[] args) throws Exception {
    LoadScenario scenario = LoadScenario.parse(args[2]);
    warmUp(args, scenario);
    LoadStatistics seen = new LoadStatistics();
    WaitStrategy client = createStrategy(args, scenario, seen);
    long start = System.currentTimeMillis();
    startAll(client, scenario.taskIds(start), scenario.intervalMs());
    // The last task ends after the measured rounds; a client that keeps up has seen it soon after.
    long patience = start + scenario.intervalMs() * (2 * scenario.rounds() + 5) / 2 + 10_000;
    long heap = 0;
    while (seen.completed() < scenario.tasks() && System.currentTimeMillis() < patience) {
      TimeUnit.MILLISECONDS.sleep(200);
      heap = Math.max(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    double wall = (System.currentTimeMillis() - start) / 1e3;
    int lost = scenario.tasks() - seen.completed();
    long p99 = seen.lags().percentile(0.99);
    int threads = ManagementFactory.getThreadMXBean().getPeakThreadCount();
    long resident = peakResidentMb();
    System.out.printf(
        "| %,d at %d s | %s | %,d | %,d | %,d | %d ms | %d ms | %d | %d MB | %d MB | %.0f %% | %s"
            + " |%n",
        scenario.tasks(),
        scenario.intervalMs() / 1_000,
        args[0],
        scenario.expectedPolls(),
        seen.responses(),
        lost,
        seen.lags().percentile(0.5),
        p99,
        threads,
        heap >> 20,
        resident,
        100 * cpuSeconds() / wall,
        args[0].equals("ours")
            ? LoadGoal.of(scenario).describeMisses(lost, p99, threads, resident)
            : "-");
    client.close();
    System.exit(0);
  }

  private static WaitStrategy createStrategy(
      String[] args, LoadScenario scenario, LoadStatistics seen) {
    return switch (args[0]) {
      case "ours" -> new VideoTasksStrategy(args[1], scenario, seen);
      case "thread-per-task" -> new ThreadPerTaskStrategy(args[1], scenario.intervalMs(), seen);
      case "naive-retrofit" -> new NaiveRetrofitStrategy(args[1], scenario.intervalMs(), seen);
      default -> throw new IllegalArgumentException("unknown way " + args[0]);
    };
  }

  /** Tasks that have ended: what loads classes must not delay the tasks that are measured. */
  private static void warmUp(String[] args, LoadScenario scenario) throws InterruptedException {
    LoadStatistics seen = new LoadStatistics();
    try (WaitStrategy client = createStrategy(args, scenario, seen)) {
      for (int i = 0; i < WARM_UP_TASKS; i++) {
        client.startWaiting("w" + i + ".0");
      }
      while (seen.completed() < WARM_UP_TASKS) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  /** Evenly over the first interval, as tasks of many users begin. */
  private static void startAll(WaitStrategy client, List<String> ids, long intervalMs)
      throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < ids.size(); i++) {
      long ahead = start + intervalMs * 1_000_000 * i / ids.size() - System.nanoTime();
      if (ahead > 1_000_000) {
        TimeUnit.NANOSECONDS.sleep(ahead);
      }
      client.startWaiting(ids.get(i));
    }
  }

  /** The most that the process ever held, heap and everything else. */
  private static long peakResidentMb() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
        .findFirst()
        .orElse(-1);
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }
}
