package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.schedule.DurationProfile;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;
import java.time.Instant;

/**
 * The inputs of a poll decision besides the history of the wait: policy and time.
 *
 * @param elapsed the time since the wait began
 * @param remaining the time until the deadline
 * @param wallClock the current time, to compare with the dates in responses
 * @param profile the expected duration of the task
 * @param gatewayResponded whether the client has had a readable response from the gateway, to
 *     whatever request
 * @param jitter the part, 0-1, by which a pause may be shortened at random
 */
record PollContext(
    TaskId id,
    WaitPolicy policy,
    Duration elapsed,
    Duration remaining,
    Instant wallClock,
    DurationProfile profile,
    boolean gatewayResponded,
    double jitter) {

  PollSchedule.ScheduleInput scheduleInput(PollHistory history) {
    return new PollSchedule.ScheduleInput(
        history.polls(),
        elapsed,
        history.ageAtStart().plus(elapsed),
        history.lastState(),
        history.evidence(),
        profile);
  }
}
