package io.github.videotasks.ext.polling;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one answer or error: the whole policy of a wait as a pure function, which knows
 * neither clock nor network.
 */
sealed interface Verdict {

  /** What is remembered, the answer or error included. */
  PollHistory memory();

  /** The wait is over with this answer. */
  record Done(PollHistory memory, TaskState state) implements Verdict {}

  /** The wait is over with this error. */
  record GiveUp(PollHistory memory, VideoTasksException error) implements Verdict {}

  /** Ask again after the pause. */
  record Again(PollHistory memory, Duration pause) implements Verdict {}

  /** No schedule, however eager, may hammer a gateway. */
  Duration MIN_PAUSE = Duration.ofMillis(250);

  /** The first pause for an address that is missing; each next one is twice as long. */
  Duration FIRST_GRACE_PAUSE = Duration.ofSeconds(1);

  /**
   * A task that ends just before the deadline is still seen if it is looked at this much before.
   */
  Duration FINAL_POLL_LEAD = Duration.ofSeconds(1);

  static Verdict afterResponse(PollContext situation, PollHistory memory, TaskState state) {
    PollHistory now = memory.withResponse(state, situation);
    if (!state.stage().isTerminal()) {
      return new Again(now, pause(situation, now, null));
    }
    return state.stage() == Stage.SUCCEEDED && state.result() == null && mayHaveUrl(state)
        ? pollForUrl(situation, now, state)
        : new Done(now, state);
  }

  /** OpenAI's own form has no member for an address: its file is at {@code …/content}. */
  private static boolean mayHaveUrl(TaskState state) {
    JsonValue answer = state.raw();
    JsonValue object = answer.get("object");
    return object == null
        || !"video".equals(object.asString())
        || answer.get("video_url") != null
        || answer.get("detail") != null;
  }

  static Verdict afterError(PollContext situation, PollHistory memory, VideoTasksException error) {
    boolean unknownTask =
        error.kind() == ErrorKind.TASK_NOT_FOUND || error.kind() == ErrorKind.ERROR_RESPONSE;
    PollHistory now = unknownTask ? memory.withNotFound(error) : memory.withError(error);
    TaskState last = memory.lastState();
    if (last != null && last.stage().isTerminal()) {
      // It has ended, and only its address was asked for: no error changes that.
      return pollForUrl(situation, now, last);
    }
    WaitPolicy policy = situation.policy();
    boolean passing = unknownTask || error.isRetryable();
    if (!passing
        || now.streaks().notFound() > policy.toleratedNotFound()
        || now.streaks().errors() > policy.toleratedErrors()) {
      return new GiveUp(now, error);
    }
    return new Again(now, pause(situation, now, error));
  }

  /** Some gateways say "completed" a little before they know where the file is. */
  private static Verdict pollForUrl(PollContext situation, PollHistory memory, TaskState state) {
    int asked = memory.streaks().gracePolls();
    return asked > situation.policy().gracePolls()
        ? new Done(memory, state)
        : new Again(memory, FIRST_GRACE_PAUSE.multipliedBy(1L << Math.min(asked - 1, 5)));
  }

  private static Duration pause(
      PollContext situation, PollHistory memory, @Nullable VideoTasksException error) {
    Duration planned = situation.policy().schedule().pause(situation.scheduleInput(memory));
    Duration pause = max(applyJitter(situation, memory, planned), MIN_PAUSE);
    // A 503 may ask for patience as well as a 429.
    Duration asked = error == null ? null : error.details().retryAfter();
    if (asked != null) {
      Duration most = situation.policy().maxRetryAfter();
      return max(pause, addJitter(situation, memory, asked.compareTo(most) > 0 ? most : asked));
    }
    Duration lastLook = situation.remaining().minus(FINAL_POLL_LEAD);
    boolean late = pause.compareTo(lastLook) > 0 && lastLook.compareTo(MIN_PAUSE) >= 0;
    return late ? lastLook : pause;
  }

  /** So that tasks which began together are not asked for together for ever. */
  private static Duration applyJitter(PollContext situation, PollHistory memory, Duration pause) {
    double phase = Jitter.fraction(situation.id(), memory.polls());
    double factor = 1 - situation.jitter() * phase;
    return factor == 1 ? pause : Duration.ofNanos((long) (pause.toNanos() * factor));
  }

  /** All tasks of a gateway may be asked for the same patience, and be due together. */
  private static Duration addJitter(PollContext situation, PollHistory memory, Duration asked) {
    double phase = Jitter.fraction(situation.id(), memory.polls());
    double more = situation.policy().jitter() * phase;
    return asked.plusNanos((long) (asked.toNanos() * more));
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
