package io.github.videotasks.cli;

import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.schedule.PollSchedule.ScheduleInput;
import io.github.videotasks.ext.schedule.ProgressEvidence;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a task probably ends: from its progress, else from the gateway's own estimate, else from the
 * median duration of tasks. The library's schedule has the same inputs.
 */
final class EstimatedEnd {
  private EstimatedEnd() {}

  /** Returns the time until the probable end; null if it is past, so that nothing is known. */
  static @Nullable Duration timeLeft(ScheduleInput input) {
    TaskState last = input.lastState();
    ProgressEvidence progress = input.evidence();
    double age = input.age().toMillis() / 1e3;
    double left;
    if (!progress.readings().isEmpty()) {
      left = (progress.low() + progress.high()) / 2 - age;
    } else if (last != null && last.estimatedWait() != null) {
      left = last.estimatedWait().toMillis() / 1e3;
    } else {
      left = Math.exp(input.profile().mu()) - age;
    }
    return left > 0 ? Duration.ofSeconds(Math.round(left)) : null;
  }
}
