package io.github.videotasks.ext.polling;

import java.time.Duration;

/** Always the same pause. */
record FixedSchedule(Duration every) implements PollSchedule {

  @Override
  public Duration pause(Moment moment) {
    return every;
  }
}
