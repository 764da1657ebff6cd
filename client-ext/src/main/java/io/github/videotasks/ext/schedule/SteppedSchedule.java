package io.github.videotasks.ext.schedule;

import java.time.Duration;

/**
 * Schedule that one gateway recommends: every 5 s for 30 s, every 10 s until 2 min, then every 30
 * s.
 */
record SteppedSchedule() implements PollSchedule {

  static final SteppedSchedule INSTANCE = new SteppedSchedule();

  @Override
  public Duration pause(ScheduleInput input) {
    long seconds = input.elapsed().toSeconds();
    if (seconds < 30) {
      return Duration.ofSeconds(5);
    }
    return Duration.ofSeconds(seconds < 120 ? 10 : 30);
  }
}
