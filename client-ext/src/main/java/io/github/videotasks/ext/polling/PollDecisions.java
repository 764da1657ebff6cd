package io.github.videotasks.ext.polling;

import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a wait: decide from one response or error whether to finish, give up or poll again.
 * Pure functions without clock or network, shared by {@link PollLoop} and {@link PollSteps}. They
 * do not end a wait at its deadline; the callers do.
 */
final class PollDecisions {

  /** Lower bound of every pause, so that no schedule floods a gateway with requests. */
  static final Duration MIN_PAUSE = Duration.ofMillis(250);

  /** The longest pause during an outage, unless the schedule or a Retry-After has a longer one. */
  private static final Duration MAX_OUTAGE_PAUSE = Duration.ofSeconds(30);

  /** From this consecutive failure on, each pause is twice as long as the one before. */
  private static final int FIRST_SLOW_FAILURE = 3;

  /** The first pause while a succeeded task has no URL; each next one is twice as long. */
  private static final Duration FIRST_GRACE_PAUSE = Duration.ofSeconds(1);

  /** The last poll is this long before the deadline, to see a task that ends just before it. */
  private static final Duration FINAL_POLL_LEAD = Duration.ofSeconds(1);

  private PollDecisions() {}

  static PollDecision afterResponse(PollContext context, WaitSnapshot before, TaskState state) {
    PollHistory history = before.history().withResponse(state, context);
    WaitSnapshot after = before.with(history, context.elapsed());
    if (!state.stage().isTerminal()) {
      return new PollDecision.PollAgain(after, pause(context, history, null));
    }
    return state.stage() == Stage.SUCCEEDED && state.result() == null && mayHaveUrl(state)
        ? pollForUrl(context, after, state, null)
        : new PollDecision.Finish(after, state);
  }

  /** OpenAI's own format has no property for a URL: its file is at {@code …/content}. */
  private static boolean mayHaveUrl(TaskState state) {
    JsonValue response = state.raw();
    JsonValue object = response.get(VideoTask.OBJECT);
    return object == null
        || !"video".equals(object.asString())
        || response.get(VideoTask.VIDEO_URL) != null
        || response.get(VideoTask.DETAIL) != null;
  }

  static PollDecision afterError(
      PollContext context, WaitSnapshot before, VideoTasksException error) {
    PollHistory history = updatedHistory(context, before.history(), error);
    WaitSnapshot after = before.with(history, context.elapsed());
    TaskState last = history.lastState();
    if (last != null && last.stage().isTerminal()) {
      // The task has ended and only its URL was missing: no error changes that.
      return pollForUrl(context, after, last, error);
    }
    boolean tolerated =
        isTransient(context, history, error)
            && history.streaks().notFound() <= context.policy().toleratedNotFound()
            && !isOutageTooLong(context, history);
    return tolerated
        ? new PollDecision.PollAgain(after, pause(context, history, error))
        : new PollDecision.GiveUp(after, history.endingWith(error, context.elapsed()));
  }

  private static PollHistory updatedHistory(
      PollContext context, PollHistory before, VideoTasksException error) {
    if (isUnknownTask(error)) {
      return before.withNotFound(error);
    }
    return error.kind() == ErrorKind.RATE_LIMITED
        ? before.withRateLimit(error)
        : before.withOutage(error, context.elapsed());
  }

  /** Whether the gateway says that it does not know the task, which is a readable response. */
  static boolean isUnknownTask(VideoTasksException error) {
    return error.kind() == ErrorKind.TASK_NOT_FOUND || error.kind() == ErrorKind.ERROR_RESPONSE;
  }

  /**
   * Whether a later poll may succeed. An unknown host or an untrusted certificate is a mistake in
   * the base URL or the setup, unless this gateway has responded before: then the network or the
   * gateway is broken for a while.
   */
  private static boolean isTransient(
      PollContext context, PollHistory history, VideoTasksException error) {
    return switch (error.kind()) {
      case UNKNOWN_HOST, UNTRUSTED_CERTIFICATE -> hasResponded(context, history);
      default -> isUnknownTask(error) || error.isRetryable();
    };
  }

  private static boolean hasResponded(PollContext context, PollHistory history) {
    return context.gatewayResponded() || history.hasReadableResponse();
  }

  private static boolean isOutageTooLong(PollContext context, PollHistory history) {
    return history.streaks().outageSince() != null
        && remainingOutage(context, history).compareTo(MIN_PAUSE) < 0;
  }

  /** Returns how much longer the outage may last; the whole tolerance if there is none. */
  private static Duration remainingOutage(PollContext context, PollHistory history) {
    Duration tolerance = context.policy().outageTolerance();
    if (!hasResponded(context, history)) {
      tolerance = min(tolerance, WaitPolicy.INITIAL_OUTAGE_TOLERANCE);
    }
    Duration since = history.streaks().outageSince();
    return since == null ? tolerance : tolerance.minus(context.elapsed().minus(since));
  }

  /** Some gateways report "completed" a little before they know the URL of the file. */
  private static PollDecision pollForUrl(
      PollContext context,
      WaitSnapshot after,
      TaskState state,
      @Nullable VideoTasksException error) {
    int gracePolls = after.history().streaks().gracePolls();
    if (gracePolls > context.policy().gracePolls()) {
      return new PollDecision.Finish(after, state);
    }
    Duration pause = FIRST_GRACE_PAUSE.multipliedBy(1L << Math.min(gracePolls - 1, 5));
    Duration retryAfter = retryAfter(context, after.history(), error);
    return new PollDecision.PollAgain(after, retryAfter == null ? pause : max(pause, retryAfter));
  }

  private static Duration pause(
      PollContext context, PollHistory history, @Nullable VideoTasksException error) {
    Duration scheduled = context.policy().schedule().pause(context.scheduleInput(history));
    Duration slowed = slowDown(max(scheduled, MIN_PAUSE), history.streaks().errors());
    Duration pause = max(applyJitter(context, history, slowed), MIN_PAUSE);
    Duration retryAfter = retryAfter(context, history, error);
    if (retryAfter != null) {
      return max(pause, retryAfter);
    }
    Duration untilFinalPoll = context.remaining().minus(FINAL_POLL_LEAD);
    Duration beforeDeadline = notLaterThan(untilFinalPoll, pause);
    return history.streaks().outageSince() == null
        ? beforeDeadline
        : notLaterThan(remainingOutage(context, history), beforeDeadline);
  }

  /** Shortens the pause to the limit, unless the limit is too short for a pause. */
  private static Duration notLaterThan(Duration limit, Duration pause) {
    return limit.compareTo(MIN_PAUSE) >= 0 ? min(pause, limit) : pause;
  }

  /** Doubles the pause for each further failure, so that a gateway that restarts is not flooded. */
  private static Duration slowDown(Duration pause, int failures) {
    int doublings = Math.min(Math.max(failures - FIRST_SLOW_FAILURE + 1, 0), 20);
    Duration slowed = min(pause, MAX_OUTAGE_PAUSE).multipliedBy(1L << doublings);
    return max(pause, min(slowed, MAX_OUTAGE_PAUSE));
  }

  /** Shortens the pause, so that tasks that began together are not polled together for ever. */
  private static Duration applyJitter(PollContext context, PollHistory history, Duration pause) {
    double fraction = Jitter.fraction(context.id(), history.polls());
    double factor = 1 - context.jitter() * fraction;
    return factor == 1 ? pause : Duration.ofNanos((long) (pause.toNanos() * factor));
  }

  /**
   * Returns the pause that the gateway requires; null for none. A 503 may have a Retry-After as
   * well as a 429. It is lengthened, because all tasks of a gateway may get the same one and would
   * be due together.
   */
  private static @Nullable Duration retryAfter(
      PollContext context, PollHistory history, @Nullable VideoTasksException error) {
    Duration required = error == null ? null : error.details().retryAfter();
    if (required == null) {
      return null;
    }
    Duration retryAfter = min(required, context.policy().maxRetryAfter());
    double fraction = Jitter.fraction(context.id(), history.polls());
    double more = context.policy().jitter() * fraction;
    return retryAfter.plusNanos((long) (retryAfter.toNanos() * more));
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
