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
        ? pollForUrl(context, after, state)
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
    boolean unknownTask =
        error.kind() == ErrorKind.TASK_NOT_FOUND || error.kind() == ErrorKind.ERROR_RESPONSE;
    PollHistory history =
        unknownTask ? before.history().withNotFound(error) : before.history().withError(error);
    WaitSnapshot after = before.with(history, context.elapsed());
    TaskState last = history.lastState();
    if (last != null && last.stage().isTerminal()) {
      // The task has ended and only its URL was missing: no error changes that.
      return pollForUrl(context, after, last);
    }
    WaitPolicy policy = context.policy();
    boolean transientError = unknownTask || error.isRetryable();
    if (!transientError
        || history.streaks().notFound() > policy.toleratedNotFound()
        || history.streaks().errors() > policy.toleratedErrors()) {
      return new PollDecision.GiveUp(after, error);
    }
    return new PollDecision.PollAgain(after, pause(context, history, error));
  }

  /** Some gateways report "completed" a little before they know the URL of the file. */
  private static PollDecision pollForUrl(PollContext context, WaitSnapshot after, TaskState state) {
    int gracePolls = after.history().streaks().gracePolls();
    return gracePolls > context.policy().gracePolls()
        ? new PollDecision.Finish(after, state)
        : new PollDecision.PollAgain(
            after, FIRST_GRACE_PAUSE.multipliedBy(1L << Math.min(gracePolls - 1, 5)));
  }

  private static Duration pause(
      PollContext context, PollHistory history, @Nullable VideoTasksException error) {
    Duration scheduled = context.policy().schedule().pause(context.scheduleInput(history));
    Duration pause = max(applyJitter(context, history, scheduled), MIN_PAUSE);
    // A 503 may have a Retry-After as well as a 429.
    Duration retryAfter = error == null ? null : error.details().retryAfter();
    if (retryAfter != null) {
      Duration most = context.policy().maxRetryAfter();
      Duration capped = retryAfter.compareTo(most) > 0 ? most : retryAfter;
      return max(pause, addJitter(context, history, capped));
    }
    Duration finalPoll = context.remaining().minus(FINAL_POLL_LEAD);
    boolean late = pause.compareTo(finalPoll) > 0 && finalPoll.compareTo(MIN_PAUSE) >= 0;
    return late ? finalPoll : pause;
  }

  /** Shortens the pause, so that tasks that began together are not polled together for ever. */
  private static Duration applyJitter(PollContext context, PollHistory history, Duration pause) {
    double fraction = Jitter.fraction(context.id(), history.polls());
    double factor = 1 - context.jitter() * fraction;
    return factor == 1 ? pause : Duration.ofNanos((long) (pause.toNanos() * factor));
  }

  /** Lengthens Retry-After: all tasks of a gateway may get the same one and be due together. */
  private static Duration addJitter(PollContext context, PollHistory history, Duration retryAfter) {
    double fraction = Jitter.fraction(context.id(), history.polls());
    double more = context.policy().jitter() * fraction;
    return retryAfter.plusNanos((long) (retryAfter.toNanos() * more));
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
