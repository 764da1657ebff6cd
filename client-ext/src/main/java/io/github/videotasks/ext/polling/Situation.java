package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import java.time.Duration;
import java.time.Instant;

/**
 * What a step is taken in, besides the memory of the wait.
 *
 * @param elapsed the time since the wait began
 * @param left the time to the deadline
 * @param clock the time of the day, for what answers tell as dates
 * @param profile what is known about the durations of such tasks
 * @param spread the part, 0-1, by which a pause may be shortened at random
 */
record Situation(
    TaskId id,
    WaitPolicy policy,
    Duration elapsed,
    Duration left,
    Instant clock,
    DurationProfile profile,
    double spread) {

  PollSchedule.Moment moment(WaitMemory memory) {
    return new PollSchedule.Moment(
        memory.polls(),
        elapsed,
        memory.ageAtStart().plus(elapsed),
        memory.last(),
        memory.evidence(),
        profile);
  }
}
