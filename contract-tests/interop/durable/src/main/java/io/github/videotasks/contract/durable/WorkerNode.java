package io.github.videotasks.contract.durable;

import com.zaxxer.hikari.HikariDataSource;
import io.github.videotasks.durable.DurableWaits;
import io.github.videotasks.durable.DurableWaitsBuilder;
import io.github.videotasks.durable.DurableWaitsListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A node in a process of its own. Prints {@code started}, then what it has done each second, and
 * ends when its input ends.
 */
final class WorkerNode {

  /** The name of the gateway in all demos and measurements. */
  static final String GATEWAY = "demo";

  private static final int THREADS = 10;

  private WorkerNode() {}

  /**
   * Runs a node.
   *
   * @param args {@code url=} of the database, {@code gateway=} the base URL of a gateway or {@code
   *     first,interval,delay} of {@link SimulatedTasks}, {@code pause=} of the schedule in ms,
   *     {@code rate=} requests per second, {@code inflight=} polls in flight, {@code second=}
   *     another gateway, {@code polls=} a file for {@link RecordedPolls}, {@code events=true} to
   *     process events with {@link EndAudit#onEvent}, {@code record=} the file of a {@link
   *     DeliveryRecord} that processes them instead
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = parse(args);
    NodeStatistics statistics = new NodeStatistics(System.out::println);
    DeliveryRecord record = new DeliveryRecord(options.getOrDefault("record", ""));
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    try (HikariDataSource pool =
            LocalPostgres.pool(
                options.getOrDefault("url", ""),
                THREADS + DurableWaitsBuilder.FURTHER_CONNECTIONS + 1);
        DurableWaits waits =
            builder(record.watchCommits(pool), options, statistics).threads(THREADS).build()) {
      if (options.containsKey("events")) {
        waits.events((event, transaction) -> EndAudit.onEvent(event.task(), transaction, pool));
      }
      if (options.containsKey("record")) {
        waits.events(record);
      }
      waits.start();
      System.out.println("started");
      var printing =
          timer.scheduleAtFixedRate(
              () -> System.out.println(statistics.takeLine() + clocks()), 1, 1, TimeUnit.SECONDS);
      while (System.in.read() >= 0) {
        // Runs until the input ends, or the process is killed.
      }
      printing.cancel(false);
    }
    System.out.println(statistics.takeLine());
    System.exit(0);
  }

  /** Both clocks of the process in ms, the wall clock as its distance from the monotonic one. */
  private static String clocks() {
    long monotonic = monotonicMillis();
    return " wall=%d monotonic=%d".formatted(System.currentTimeMillis() - monotonic, monotonic);
  }

  /** All processes of a Linux system have the same monotonic clock. */
  static long monotonicMillis() {
    return System.nanoTime() / 1_000_000;
  }

  private static Map<String, String> parse(String... args) {
    Map<String, String> options = new TreeMap<>();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      options.put(arg.substring(0, equals), arg.substring(equals + 1));
    }
    return options;
  }

  private static DurableWaitsBuilder builder(
      DataSource pool, Map<String, String> options, DurableWaitsListener listener)
      throws IOException {
    Duration pause = Duration.ofMillis(Long.parseLong(options.getOrDefault("pause", "1000")));
    return DurableWaits.on(pool, WorkerGateways.of(options))
        .schedule("fixed", policy(pause).schedule())
        .listener(listener);
  }

  static WaitPolicy policy(Duration pause) {
    return WaitPolicy.defaults()
        .withSchedule(PollSchedule.fixed(pause))
        .withDeadline(Duration.ofHours(3))
        .withGracePolls(0);
  }
}
