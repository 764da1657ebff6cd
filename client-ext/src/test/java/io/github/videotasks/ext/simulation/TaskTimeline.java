package io.github.videotasks.ext.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * The life of one task at the gateway: known, running and ended at given times, each in nanoseconds
 * since the start of the history.
 */
final class TaskTimeline {

  /** How a task ends. */
  private enum Ending {
    SUCCEEDED,
    /** The URL is known some seconds after the success, or never. */
    URL_LATER,
    /** In OpenAI's own format, which has no URL. */
    WITHOUT_URL,
    FAILED,
    CANCELLED,
    NEVER
  }

  private final long knownAt;
  private final long runningAt;
  private final long endsAt;
  private final long urlAt;
  private final Ending ending;
  private final boolean showsProgress;
  private final boolean showsCreation;
  private final long regressionAt;

  TaskTimeline(SplittableRandom random, long now) {
    knownAt = now + (random.nextInt(5) == 0 ? seconds(random.nextDouble(20)) : 0);
    runningAt = knownAt + seconds(random.nextDouble(10));
    endsAt = runningAt + seconds(RandomValues.logUniform(random, 0.5, 300));
    ending = Ending.values()[random.nextInt(Ending.values().length)];
    urlAt = endsAt + seconds(random.nextDouble(100));
    showsProgress = random.nextBoolean();
    showsCreation = random.nextBoolean();
    regressionAt = random.nextInt(4) == 0 ? (runningAt + endsAt) / 2 : Long.MAX_VALUE;
  }

  private static long seconds(double seconds) {
    return (long) (seconds * 1e9);
  }

  boolean isKnownAt(long now) {
    return now >= knownAt;
  }

  /** Returns the response of a gateway without faults. */
  String jsonAt(long now, Instant wallClock) {
    String created =
        showsCreation
            ? ",\"created_at\":" + wallClock.minusNanos(now - knownAt).getEpochSecond()
            : "";
    if (now < runningAt) {
      return "{\"status\":\"queued\"" + created + "}";
    }
    if (now < endsAt || ending == Ending.NEVER) {
      return runningAt(now) + created + "}";
    }
    return switch (ending) {
      case FAILED -> "{\"status\":\"failed\",\"error\":{\"message\":\"simulated\"}}";
      case CANCELLED -> "{\"status\":\"cancelled\"}";
      case WITHOUT_URL -> "{\"object\":\"video\",\"status\":\"completed\"}";
      case URL_LATER -> now < urlAt ? "{\"status\":\"completed\"}" : WITH_URL;
      case SUCCEEDED, NEVER -> WITH_URL;
    };
  }

  private static final String WITH_URL =
      "{\"status\":\"completed\",\"video_url\":\"https://host/v.mp4\"}";

  private String runningAt(long now) {
    if (now >= regressionAt && now < regressionAt + 5_000_000_000L) {
      return "{\"status\":\"queued\",\"progress\":0";
    }
    long percent = Math.min(99, 100 * (now - runningAt) / (endsAt - runningAt));
    String progress = showsProgress ? ",\"progress\":" + percent : "";
    return "{\"status\":\"" + (percent > 90 ? "polishing" : "processing") + "\"" + progress;
  }

  @Override
  public String toString() {
    return "known after %s, running after %s, %s after %s"
        .formatted(
            Duration.ofNanos(knownAt),
            Duration.ofNanos(runningAt),
            ending,
            Duration.ofNanos(endsAt));
  }
}
