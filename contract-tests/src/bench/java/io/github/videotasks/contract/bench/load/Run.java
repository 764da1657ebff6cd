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
public final class Run {

  private static final int WARM_UP = 20;

  private Run() {}

  public static void main(String[] args) throws Exception {
    Scenario scenario = Scenario.parse(args[2]);
    warmUp(args, scenario);
    Seen seen = new Seen();
    Client client = client(args, scenario, seen);
    long start = System.currentTimeMillis();
    begin(client, scenario.ids(start), scenario.intervalMs());
    // The last task ends after the measured rounds; a client that keeps up has seen it soon after.
    long patience = start + scenario.intervalMs() * (2 * scenario.rounds() + 5) / 2 + 10_000;
    long heap = 0;
    while (seen.ended() < scenario.tasks() && System.currentTimeMillis() < patience) {
      TimeUnit.MILLISECONDS.sleep(200);
      heap = Math.max(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    double wall = (System.currentTimeMillis() - start) / 1e3;
    int lost = scenario.tasks() - seen.ended();
    long p99 = seen.lags().percentile(0.99);
    int threads = ManagementFactory.getThreadMXBean().getPeakThreadCount();
    long resident = residentMb();
    System.out.printf(
        "| %,d at %d s | %s | %,d | %,d | %,d | %d ms | %d ms | %d | %d MB | %d MB | %.0f %% | %s |%n",
        scenario.tasks(),
        scenario.intervalMs() / 1_000,
        args[0],
        scenario.due(),
        seen.answered(),
        lost,
        seen.lags().percentile(0.5),
        p99,
        threads,
        heap >> 20,
        resident,
        100 * cpuSeconds() / wall,
        args[0].equals("ours") ? Goal.of(scenario).missed(lost, p99, threads, resident) : "-");
    client.close();
    System.exit(0);
  }

  private static Client client(String[] args, Scenario scenario, Seen seen) {
    return switch (args[0]) {
      case "ours" -> new Ours(args[1], scenario, seen);
      case "thread-per-task" -> new ThreadPerTask(args[1], scenario.intervalMs(), seen);
      case "naive-retrofit" -> new NaiveRetrofit(args[1], scenario.intervalMs(), seen);
      default -> throw new IllegalArgumentException("unknown way " + args[0]);
    };
  }

  /** Tasks that have ended: what loads classes must not delay the tasks that are measured. */
  private static void warmUp(String[] args, Scenario scenario) throws InterruptedException {
    Seen seen = new Seen();
    try (Client client = client(args, scenario, seen)) {
      for (int i = 0; i < WARM_UP; i++) {
        client.begin("w" + i + ".0");
      }
      while (seen.ended() < WARM_UP) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  /** Evenly over the first interval, as tasks of many users begin. */
  private static void begin(Client client, List<String> ids, long intervalMs)
      throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < ids.size(); i++) {
      long ahead = start + intervalMs * 1_000_000 * i / ids.size() - System.nanoTime();
      if (ahead > 1_000_000) {
        TimeUnit.NANOSECONDS.sleep(ahead);
      }
      client.begin(ids.get(i));
    }
  }

  /** The most that the process ever held, heap and everything else. */
  private static long residentMb() throws IOException {
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
