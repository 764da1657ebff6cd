package io.github.videotasks.durable;

import io.github.videotasks.durable.BucketEngine.EngineOptions;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Builder of {@link DurableWaits}. Options that say so must be the same on all nodes. */
public final class DurableWaitsBuilder {

  /** Connections that a node uses besides one for each thread: {@value}. */
  public static final int FURTHER_CONNECTIONS = 6;

  private static final Duration POLLING_INTERVAL = Duration.ofMillis(100);
  private static final Duration MIN_HEARTBEAT = Duration.ofMillis(100);
  private static final Duration MAX_HEARTBEAT = Duration.ofHours(1);

  /** Far below the years that PostgreSQL can subtract from a time. */
  private static final Duration MAX_RETENTION = Duration.ofDays(36_500);

  private final DataSource dataSource;
  private final List<DurableGateway> gateways;
  private final Map<String, PollSchedule> schedules = new LinkedHashMap<>();
  private int threads = 10;
  private Duration heartbeat = Duration.ofSeconds(1);
  private long maxWaits = 1_000_000;
  private long maxOutbox = 1_000_000;
  private Duration finishedRetention = Duration.ofDays(7);
  private Duration outboxRetention = Duration.ofDays(30);
  private DurableWaitsListener listener = DurableWaitsListener.none();
  private boolean migrates = true;

  DurableWaitsBuilder(DataSource dataSource, List<DurableGateway> gateways) {
    this.dataSource = dataSource;
    this.gateways = gateways;
    schedules.put("adaptive", PollSchedule.adaptive());
    schedules.put("stepped", PollSchedule.stepped());
  }

  /**
   * Registers a schedule that policies may use; the same on all nodes. {@code adaptive} and {@code
   * stepped} are registered.
   *
   * @param name the name that is stored with each wait
   * @param value a pure function that does not block
   * @return this builder
   */
  public DurableWaitsBuilder schedule(String name, PollSchedule value) {
    schedules.put(name, value);
    return this;
  }

  /**
   * Sets how many buckets this node polls at a time, 10 by default.
   *
   * @param value at least 1
   * @return this builder
   * @throws IllegalArgumentException if it is less
   */
  public DurableWaitsBuilder threads(int value) {
    require(value >= 1, "threads", ">= 1", value);
    threads = value;
    return this;
  }

  /**
   * Sets the interval of heartbeats, 1 s by default; the same on all nodes. The buckets of a node
   * that dies are taken over after 4 to 6 intervals.
   *
   * @param value from 100 ms to 1 hour
   * @return this builder
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public DurableWaitsBuilder heartbeat(Duration value) {
    require(isWithin(value, MIN_HEARTBEAT, MAX_HEARTBEAT), "heartbeat", "PT0.1S to PT1H", value);
    heartbeat = value;
    return this;
  }

  /**
   * Sets the number of open waits at which {@link DurableWaits#watch} refuses new ones, 1,000,000
   * by default. Several nodes may exceed it by what they start within 10 s.
   *
   * @param value at least 1
   * @return this builder
   * @throws IllegalArgumentException if it is less
   */
  public DurableWaitsBuilder maxWaits(long value) {
    require(value >= 1, "maxWaits", ">= 1", value);
    maxWaits = value;
    return this;
  }

  /**
   * Sets the number of events without a handler at which {@link DurableWaits#watch} refuses new
   * waits, 1,000,000 by default.
   *
   * @param value at least 1
   * @return this builder
   * @throws IllegalArgumentException if it is less
   */
  public DurableWaitsBuilder maxOutbox(long value) {
    require(value >= 1, "maxOutbox", ">= 1", value);
    maxOutbox = value;
    return this;
  }

  /**
   * Sets how long ends are kept, 7 days by default. So long, {@link DurableWaits#watch} of an ended
   * task returns its end.
   *
   * @param value from 1 ms to 36,500 days
   * @return this builder
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public DurableWaitsBuilder finishedRetention(Duration value) {
    requireRetention("finishedRetention", value);
    finishedRetention = value;
    return this;
  }

  /**
   * Sets how long events are kept that no handler has processed, 30 days by default. Processed ones
   * are deleted at once.
   *
   * @param value from 1 ms to 36,500 days
   * @return this builder
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public DurableWaitsBuilder outboxRetention(Duration value) {
    requireRetention("outboxRetention", value);
    outboxRetention = value;
    return this;
  }

  /**
   * Sets the listener for metrics and logs.
   *
   * @param value runs on a thread of its own
   * @return this builder
   */
  public DurableWaitsBuilder listener(DurableWaitsListener value) {
    listener = value;
    return this;
  }

  /**
   * Does not create or change tables: {@link DurableSchema#migrate} or Flyway has done so. {@link
   * #build} still checks their version.
   *
   * @return this builder
   */
  public DurableWaitsBuilder withoutMigration() {
    migrates = false;
    return this;
  }

  /**
   * Creates the tables if necessary, and returns a node that is not started.
   *
   * @return the node; close it
   * @throws IllegalArgumentException if there is no gateway, or two have the same name
   * @throws DurableWaitsException if the database does not respond or has older tables
   */
  public DurableWaits build() {
    Map<String, DurableGateway> byName =
        gateways.stream()
            .collect(
                Collectors.toMap(
                    DurableGateway::name,
                    gateway -> gateway,
                    (a, b) -> {
                      throw new IllegalArgumentException(
                          "expected gateways with different names, found two with \""
                              + a.name()
                              + "\"");
                    }));
    if (byName.isEmpty()) {
      throw new IllegalArgumentException("expected at least one gateway, found none");
    }
    if (migrates) {
      DurableSchema.migrate(dataSource);
    }
    Database database = new Database(dataSource);
    DurableSchema.check(database);
    return new DefaultDurableWaits(
        NodeParts.create(database, DatabaseClock.system(), options(), gateways), byName);
  }

  private NodeOptions options() {
    String node = nodeName();
    return new NodeOptions(
        new EngineOptions(node, threads, heartbeat, POLLING_INTERVAL),
        RunLimits.defaults(node),
        Map.copyOf(schedules),
        maxWaits,
        maxOutbox,
        finishedRetention,
        outboxRetention,
        listener);
  }

  /** A process id occurs again in the next container of the same host name. */
  private static String nodeName() {
    String random = Integer.toHexString(new SecureRandom().nextInt());
    return hostName() + "-" + ProcessHandle.current().pid() + "-" + random;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown-host";
    }
  }

  private static void requireRetention(String option, Duration value) {
    require(
        isWithin(value, Duration.ofMillis(1), MAX_RETENTION), option, "1 ms to 36500 days", value);
  }

  private static boolean isWithin(Duration value, Duration min, Duration max) {
    return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
  }

  private static void require(boolean valid, String option, String expected, Object found) {
    if (!valid) {
      throw new IllegalArgumentException(option + ": expected " + expected + ", found " + found);
    }
  }
}
