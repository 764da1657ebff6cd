package io.github.videotasks.durable;

import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;
import java.util.Map;

/** The options of a node; {@link DurableWaitsBuilder} describes them. */
record NodeOptions(
    BucketEngine.EngineOptions engine,
    RunLimits limits,
    Map<String, PollSchedule> schedules,
    long maxWaits,
    long maxOutbox,
    Duration finishedRetention,
    Duration outboxRetention,
    DurableWaitsListener listener) {}
