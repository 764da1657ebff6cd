package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.schedule.DurationProfile;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;
import java.time.Instant;

/**
 * What a step is taken in, besides the memory of the wait.
 *
 * @param elapsed the time since the wait began
 * @param remaining the time to the deadline
 * @param wallClock the time of the day, for what answers tell as dates
 * @param profile what is known about the durations of such tasks
 * @param jitter the part, 0-1, by which a pause may be shortened at random
 */
record PollContext(
    TaskId id,
    WaitPolicy policy,
    Duration elapsed,
    Duration remaining,
    Instant wallClock,
    DurationProfile profile,
    double jitter) {

  PollSchedule.ScheduleInput scheduleInput(PollHistory memory) {
    return new PollSchedule.ScheduleInput(
        memory.polls(),
        elapsed,
        memory.ageAtStart().plus(elapsed),
        memory.lastState(),
        memory.evidence(),
        profile);
  }
}
