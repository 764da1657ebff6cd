package io.github.videotasks.contract.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Process that waits for the tasks of one scenario with one strategy and prints its table row.
 *
 * <p>Arguments: {@code ours}, {@code ours-no-timeline}, {@code thread-per-task} or {@code
 * naive-retrofit}; the base URL of the gateway; the scenario.
 */
public final class LoadRun {

  private static final int WARM_UP_TASKS = 20;

  private LoadRun() {}

  public static void main(String[] args) throws Exception {
    LoadScenario scenario = LoadScenario.parse(args[2]);
    warmUp(args, scenario);
    LoadStatistics statistics = new LoadStatistics();
    WaitStrategy client = createStrategy(args, scenario, statistics);
    long start = System.currentTimeMillis();
    startAll(client, scenario.taskIds(start), scenario.intervalMs());
    // The last task ends after the measured rounds; a client that keeps up notices it soon after.
    long deadline = start + scenario.intervalMs() * (2 * scenario.rounds() + 5) / 2 + 10_000;
    long heap = 0;
    while (statistics.completed() < scenario.tasks() && System.currentTimeMillis() < deadline) {
      TimeUnit.MILLISECONDS.sleep(200);
      heap = Math.max(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    double wall = (System.currentTimeMillis() - start) / 1e3;
    int lost = scenario.tasks() - statistics.completed();
    long p99 = statistics.lags().percentile(0.99);
    int threads = ManagementFactory.getThreadMXBean().getPeakThreadCount();
    long resident = peakResidentMb();
    System.out.printf(
        "| %,d at %d s | %s | %,d | %,d | %,d | %d ms | %d ms | %d | %d MB | %d MB | %d MB |"
            + " %.0f %% | %s |%n",
        scenario.tasks(),
        scenario.intervalMs() / 1_000,
        args[0],
        scenario.expectedPolls(),
        statistics.responses(),
        lost,
        statistics.lags().percentile(0.5),
        p99,
        threads,
        heap >> 20,
        Runtime.getRuntime().maxMemory() >> 20,
        resident,
        100 * cpuSeconds() / wall,
        args[0].startsWith("ours")
            ? LoadGoal.of(scenario).describeMisses(lost, p99, threads, resident)
            : "-");
    client.close();
    System.exit(0);
  }

  private static WaitStrategy createStrategy(
      String[] args, LoadScenario scenario, LoadStatistics statistics) {
    return switch (args[0]) {
      case "ours" -> new VideoTasksStrategy(args[1], scenario, true, statistics);
      case "ours-no-timeline" -> new VideoTasksStrategy(args[1], scenario, false, statistics);
      case "thread-per-task" ->
          new ThreadPerTaskStrategy(args[1], scenario.intervalMs(), statistics);
      case "naive-retrofit" ->
          new NaiveRetrofitStrategy(args[1], scenario.intervalMs(), statistics);
      default ->
          throw new IllegalArgumentException(
              "expected ours, ours-no-timeline, thread-per-task or naive-retrofit, found "
                  + args[0]);
    };
  }

  /** Waits for finished tasks first, so that class loading does not delay the measured tasks. */
  private static void warmUp(String[] args, LoadScenario scenario) throws InterruptedException {
    LoadStatistics statistics = new LoadStatistics();
    try (WaitStrategy client = createStrategy(args, scenario, statistics)) {
      for (int i = 0; i < WARM_UP_TASKS; i++) {
        client.startWaiting("w" + i + ".0");
      }
      while (statistics.completed() < WARM_UP_TASKS) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  /** Starts the waits evenly over the first interval, like tasks of many users. */
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

  /** Returns the peak resident memory of the process (heap and everything else) in MB. */
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

  /**
   * Performance goal for waiting for many tasks.
   *
   * @param maxLagMs maximum 99th percentile of the poll lag in ms
   * @param maxThreads maximum number of threads of the process
   * @param maxResidentMb maximum resident memory (RSS) of the process in MB
   */
  private record LoadGoal(long maxLagMs, int maxThreads, long maxResidentMb) {

    private static final int SMALL_SCENARIO_TASKS = 2_000;
    private static final int LARGE_SCENARIO_TASKS = 500_000;

    static LoadGoal of(LoadScenario scenario) {
      if (scenario.tasks() > LARGE_SCENARIO_TASKS) {
        return new LoadGoal(1_000, 60, 2_048);
      }
      return scenario.tasks() <= SMALL_SCENARIO_TASKS
          ? new LoadGoal(100, 40, 150)
          : new LoadGoal(1_000, 60, 1_024);
    }

    /**
     * Returns {@code met}, or the goals that are missed.
     *
     * @param lost number of tasks whose end was not seen
     * @param lag 99th percentile of the poll lag in ms
     * @param threads peak number of threads
     * @param resident peak resident memory in MB
     */
    String describeMisses(int lost, long lag, int threads, long resident) {
      List<String> missed = new ArrayList<>();
      add(missed, "lost", lost, 0);
      add(missed, "lag", lag, maxLagMs);
      add(missed, "threads", threads, maxThreads);
      add(missed, "RSS", resident, maxResidentMb);
      return missed.isEmpty() ? "met" : "missed: " + String.join(", ", missed);
    }

    private static void add(List<String> missed, String figure, long measured, long max) {
      if (measured > max) {
        missed.add(figure + " <= " + max);
      }
    }
  }
}
