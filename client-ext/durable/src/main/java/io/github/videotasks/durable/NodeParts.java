package io.github.videotasks.durable;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/** The parts of one node, connected. */
record NodeParts(
    String node,
    Database database,
    DatabaseClock clock,
    PolicyText policies,
    WaitTable waits,
    BucketTable buckets,
    Bounds bounds,
    NodeBeat beat,
    BucketRun run,
    LateSteps lateSteps,
    BucketEngine engine,
    Reports reports,
    ScheduledExecutorService timer) {

  static NodeParts create(
      Database database, DatabaseClock clock, NodeOptions options, List<DurableGateway> gateways) {
    Reports reports = new Reports(options.listener());
    PolicyText policies = new PolicyText(options.schedules());
    Experience experience = new Experience(database);
    StepRules rules = new StepRules(policies, experience);
    ScheduledExecutorService timer = NodeThreads.timer("video-tasks-slots");
    PaceTable paceTable = new PaceTable(database);
    Map<String, GatewayPace> paces = new HashMap<>();
    Map<String, GatewayPolls> polls = new LinkedHashMap<>();
    NodeBeat beat = new NodeBeat(database, options.engine().node(), clock, experience, reports);
    for (DurableGateway gateway : gateways) {
      paceTable.seed(gateway);
      GatewayPace pace = new GatewayPace(gateway, paceTable, clock, beat.writes());
      paces.put(gateway.name(), pace);
      polls.put(gateway.name(), new GatewayPolls(gateway, pace, rules, clock, timer, reports));
    }
    beat.setPaces(paces);
    DividedCommit commits = new DividedCommit(database, clock, reports);
    LateSteps lateSteps =
        new LateSteps(database, commits, clock, options.limits().longestRest(), reports);
    BucketRun run =
        new BucketRun(database, polls, lateSteps, commits, clock, options.limits(), reports);
    Retention retention =
        new Retention(database, options.finishedRetention(), options.outboxRetention(), reports);
    UnknownGateways unknown = new UnknownGateways(database, reports);
    return new NodeParts(
        options.engine().node(),
        database,
        clock,
        policies,
        new WaitTable(database),
        new BucketTable(database),
        new Bounds(database, clock, options.maxWaits(), options.maxOutbox()),
        beat,
        run,
        lateSteps,
        new BucketEngine(
            database, options.engine(), run, eachMinute(retention, unknown), clock, reports),
        reports,
        timer);
  }

  private static Runnable eachMinute(Retention retention, UnknownGateways unknown) {
    return () -> {
      retention.run();
      unknown.report();
    };
  }

  void close() {
    NodeThreads.close(timer, Duration.ZERO);
    reports.close();
  }
}
