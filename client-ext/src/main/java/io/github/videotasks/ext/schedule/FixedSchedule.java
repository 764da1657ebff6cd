package io.github.videotasks.ext.schedule;

import java.time.Duration;

/** Schedule with the same pause each time. */
record FixedSchedule(Duration interval) implements PollSchedule {

  @Override
  public Duration pause(ScheduleInput input) {
    return interval;
  }
}
