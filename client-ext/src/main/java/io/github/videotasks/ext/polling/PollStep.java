package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one answer or error: the whole policy of a wait as a pure function. It knows
 * neither clock nor network, so any scheduler can drive it, on one machine or on many.
 */
sealed interface PollStep {

  /** The wait is over with this answer. */
  record Done(TaskState state) implements PollStep {}

  /** The wait is over with this error. */
  record GiveUp(VideoTasksException error) implements PollStep {}

  /** Ask again after the pause. */
  record Again(WaitMemory memory, Duration pause) implements PollStep {}

  /** No schedule, however eager, may hammer a gateway. */
  Duration SHORTEST_PAUSE = Duration.ofMillis(250);

  /** A gateway that asks for a day is asked again after this; others wait for the same key. */
  Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(2);

  static PollStep afterAnswer(Situation situation, WaitMemory memory, TaskState state) {
    if (state.stage().isTerminal()) {
      return new Done(state);
    }
    WaitMemory now = memory.answered(state, situation.elapsed(), situation.clock());
    return new Again(now, pause(situation, now, null));
  }

  static PollStep afterError(Situation situation, WaitMemory memory, VideoTasksException error) {
    boolean unknownTask =
        error.kind() == ErrorKind.TASK_NOT_FOUND || error.kind() == ErrorKind.ERROR_ANSWER;
    if (!unknownTask && !error.isRetryable()) {
      return new GiveUp(error);
    }
    WaitMemory now = unknownTask ? memory.notFound(error) : memory.failed(error);
    WaitPolicy policy = situation.policy();
    if (now.notFoundInRow() > policy.toleratedNotFound()
        || now.errorsInRow() > policy.toleratedErrors()) {
      return new GiveUp(error);
    }
    return new Again(now, pause(situation, now, error));
  }

  private static Duration pause(
      Situation situation, WaitMemory memory, @Nullable VideoTasksException error) {
    Duration planned = situation.policy().schedule().pause(situation.moment(memory));
    Duration pause = longer(planned, SHORTEST_PAUSE);
    // A 503 may ask for patience as well as a 429.
    Duration asked = error == null ? null : error.details().retryAfter();
    if (asked != null) {
      pause = longer(pause, asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked);
    }
    return pause;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
