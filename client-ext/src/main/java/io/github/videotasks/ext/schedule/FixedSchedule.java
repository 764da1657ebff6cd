package io.github.videotasks.ext.schedule;

import java.time.Duration;

/** Always the same pause. */
record FixedSchedule(Duration interval) implements PollSchedule {

  @Override
  public Duration pause(ScheduleInput moment) {
    return interval;
  }
}
