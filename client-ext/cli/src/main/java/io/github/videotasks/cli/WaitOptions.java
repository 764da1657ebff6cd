package io.github.videotasks.cli;

import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a wait. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class WaitOptions {
  @Option(
      names = "--deadline",
      defaultValue = "30m",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "The longest time to wait, such as 90s, 20m or 2h (${DEFAULT-VALUE}). A resumed wait"
              + " keeps its deadline.")
  private Duration deadline;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Polls exactly at this interval. By default the interval adapts to the progress of the"
              + " task.")
  private @Nullable Duration interval;

  /** Returns the policy of a wait, whose next poll and estimated end are reported. */
  WaitPolicy policy(WaitProgress progress) {
    WaitPolicy policy = WaitPolicy.defaults().withDeadline(deadline);
    return interval == null
        ? policy.withSchedule(progress.observing(PollSchedule.adaptive()))
        : policy.withJitter(0).withSchedule(progress.observing(PollSchedule.fixed(interval)));
  }
}
