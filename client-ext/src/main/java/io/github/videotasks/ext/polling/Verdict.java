package io.github.videotasks.ext.polling;

import io.github.videotasks.client.JsonValue;
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
  WaitMemory memory();

  /** The wait is over with this answer. */
  record Done(WaitMemory memory, TaskState state) implements Verdict {}

  /** The wait is over with this error. */
  record GiveUp(WaitMemory memory, VideoTasksException error) implements Verdict {}

  /** Ask again after the pause. */
  record Again(WaitMemory memory, Duration pause) implements Verdict {}

  /** No schedule, however eager, may hammer a gateway. */
  Duration SHORTEST_PAUSE = Duration.ofMillis(250);

  /** The first pause for an address that is missing; each next one is twice as long. */
  Duration GRACE = Duration.ofSeconds(1);

  /**
   * A task that ends just before the deadline is still seen if it is looked at this much before.
   */
  Duration LAST_LOOK = Duration.ofSeconds(1);

  static Verdict afterAnswer(Situation situation, WaitMemory memory, TaskState state) {
    WaitMemory now = memory.answered(state, situation);
    if (!state.stage().isTerminal()) {
      return new Again(now, pause(situation, now, null));
    }
    return state.stage() == Stage.SUCCEEDED && state.result() == null && mayHaveAddress(state)
        ? afterGrace(situation, now, state)
        : new Done(now, state);
  }

  /** OpenAI's own form has no member for an address: its file is at {@code …/content}. */
  private static boolean mayHaveAddress(TaskState state) {
    JsonValue answer = state.raw();
    JsonValue object = answer.get("object");
    return object == null
        || !"video".equals(object.asString())
        || answer.get("video_url") != null
        || answer.get("detail") != null;
  }

  static Verdict afterError(Situation situation, WaitMemory memory, VideoTasksException error) {
    boolean unknownTask =
        error.kind() == ErrorKind.TASK_NOT_FOUND || error.kind() == ErrorKind.ERROR_ANSWER;
    WaitMemory now = unknownTask ? memory.unknown(error) : memory.failed(error);
    TaskState last = memory.last();
    if (last != null && last.stage().isTerminal()) {
      // It has ended, and only its address was asked for: no error changes that.
      return afterGrace(situation, now, last);
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
  private static Verdict afterGrace(Situation situation, WaitMemory memory, TaskState state) {
    int asked = memory.streaks().grace();
    return asked > situation.policy().gracePolls()
        ? new Done(memory, state)
        : new Again(memory, GRACE.multipliedBy(1L << Math.min(asked - 1, 5)));
  }

  private static Duration pause(
      Situation situation, WaitMemory memory, @Nullable VideoTasksException error) {
    Duration planned = situation.policy().schedule().pause(situation.moment(memory));
    Duration pause = longer(spread(situation, memory, planned), SHORTEST_PAUSE);
    // A 503 may ask for patience as well as a 429.
    Duration asked = error == null ? null : error.details().retryAfter();
    if (asked != null) {
      Duration most = situation.policy().longestRetryAfter();
      return longer(pause, later(situation, memory, asked.compareTo(most) > 0 ? most : asked));
    }
    Duration lastLook = situation.left().minus(LAST_LOOK);
    boolean late = pause.compareTo(lastLook) > 0 && lastLook.compareTo(SHORTEST_PAUSE) >= 0;
    return late ? lastLook : pause;
  }

  /** So that tasks which began together are not asked for together for ever. */
  private static Duration spread(Situation situation, WaitMemory memory, Duration pause) {
    double phase = Phase.of(situation.id(), memory.polls());
    double factor = 1 - situation.spread() * phase;
    return factor == 1 ? pause : Duration.ofNanos((long) (pause.toNanos() * factor));
  }

  /** All tasks of a gateway may be asked for the same patience, and be due together. */
  private static Duration later(Situation situation, WaitMemory memory, Duration asked) {
    double phase = Phase.of(situation.id(), memory.polls());
    double more = situation.policy().spread() * phase;
    return asked.plusNanos((long) (asked.toNanos() * more));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
