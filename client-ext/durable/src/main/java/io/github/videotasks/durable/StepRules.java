package io.github.videotasks.durable;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.MaskedExcerpt;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.PollDecision;
import io.github.videotasks.ext.polling.PollSteps;
import io.github.videotasks.ext.polling.Timeline;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the result of a poll into a step, with the decisions of {@link PollSteps}. */
final class StepRules {

  /** The pause after a problem of this node, which says nothing about the task. */
  static final Duration NODE_PROBLEM_PAUSE = Duration.ofSeconds(5);

  private static final int MAX_TEXT = 300;

  private final PolicyText policies;
  private final Experience experience;

  StepRules(PolicyText policies, Experience experience) {
    this.policies = policies;
    this.experience = experience;
  }

  /**
   * Decides what to do after a poll.
   *
   * @param error null after a response
   * @throws RuntimeException if the stored wait cannot be read by this node
   */
  Step after(WaitRow row, @Nullable TaskState state, @Nullable Throwable error, Instant now) {
    if (state == null && !isOfTheGateway(error)) {
      return afterNodeProblem(row, error, now, NODE_PROBLEM_PAUSE);
    }
    WaitSnapshot before = WaitSnapshot.parse(row.snapshot());
    PollSteps steps =
        new PollSteps(
            policies.parse(row.policy()), experience.profileOf(row.gateway(), before.id()));
    PollDecision decision =
        state == null
            ? steps.afterError(before, Objects.requireNonNull((VideoTasksException) error), now)
            : steps.afterResponse(before, state, now);
    return toStep(row, before, decision, now);
  }

  /** Whether an error says something about the gateway or the task; else it is of this node. */
  static boolean isOfTheGateway(@Nullable Throwable error) {
    return error instanceof VideoTasksException known
        && known.kind() != ErrorKind.CLOSED
        && known.kind() != ErrorKind.INTERRUPTED;
  }

  /**
   * Decides what to do after a problem that says nothing about the task: the same poll again, until
   * the deadline ends the wait.
   *
   * @param pause the time until the poll is repeated, if the deadline is not before it
   */
  static Step afterNodeProblem(
      WaitRow row, @Nullable Throwable problem, Instant now, Duration pause) {
    WaitSnapshot last;
    try {
      last = WaitSnapshot.parse(row.snapshot());
    } catch (RuntimeException e) {
      // Its deadline cannot be read either; a node of another version may be able to.
      return new Step.Continue(row, now.plus(pause), null);
    }
    Instant dueAt = now.plus(pause);
    if (now.isBefore(last.deadline())) {
      return new Step.Continue(
          row, dueAt.isBefore(last.deadline()) ? dueAt : last.deadline(), null);
    }
    return atDeadline(row, last, problem);
  }

  /** A task that has ended and only lacks its URL is a result, as in {@link PollSteps}. */
  private static Step atDeadline(WaitRow row, WaitSnapshot last, @Nullable Throwable problem) {
    Stage stage = last.stage();
    WaitOutcome ended = stage != null && stage.isTerminal() ? outcome(stage) : null;
    List<Timeline.StageChange> stages = last.timeline().stages();
    String timeout =
        "%s: expected task %s to end until %s, found a problem of the node that polled it last: %s"
            .formatted(ErrorKind.WAIT_TIMEOUT, row.task(), last.deadline(), problem);
    return new Step.End(
        row,
        ended == null ? WaitOutcome.TIMED_OUT : ended,
        last.timeline().polls(),
        stages.isEmpty() ? null : excerpt(stages.get(stages.size() - 1).status()),
        ended == null ? excerpt(timeout) : null,
        null);
  }

  private static Step toStep(WaitRow row, WaitSnapshot before, PollDecision decision, Instant now) {
    WaitSnapshot after = decision.snapshot();
    if (decision instanceof PollDecision.PollAgain again) {
      return new Step.Continue(row, now.plus(again.pause()), after.toJson());
    }
    if (decision instanceof PollDecision.Finish finish) {
      TaskState state = finish.state();
      return new Step.End(
          row,
          outcome(state.stage()),
          after.timeline().polls(),
          excerpt(state.status()),
          state.failure() == null ? null : excerpt(state.failure().toString()),
          seconds(before, after, state));
    }
    PollDecision.GiveUp end = (PollDecision.GiveUp) decision;
    boolean timedOut = end.error().kind() == ErrorKind.WAIT_TIMEOUT;
    TaskState last = end.error().lastState();
    return new Step.End(
        row,
        timedOut ? WaitOutcome.TIMED_OUT : WaitOutcome.GAVE_UP,
        after.timeline().polls(),
        last == null ? null : excerpt(last.status()),
        excerpt(end.error().kind() + ": " + end.error().getMessage()),
        null);
  }

  private static WaitOutcome outcome(Stage stage) {
    return switch (stage) {
      case SUCCEEDED -> WaitOutcome.SUCCEEDED;
      case CANCELLED -> WaitOutcome.CANCELLED;
      default -> WaitOutcome.FAILED;
    };
  }

  private static @Nullable String excerpt(@Nullable String text) {
    return text == null ? null : MaskedExcerpt.of(text, MAX_TEXT);
  }

  /**
   * The age at which a task succeeded: between the last two polls. Null if it had ended before the
   * first one.
   */
  private static @Nullable Double seconds(
      WaitSnapshot before, WaitSnapshot after, TaskState state) {
    if (state.stage() != Stage.SUCCEEDED || before.timeline().polls() == 0) {
      return null;
    }
    Duration middle = before.elapsed().plus(after.elapsed()).dividedBy(2);
    Instant created = state.createdAt();
    Duration earlier =
        created == null ? Duration.ZERO : Duration.between(created, before.startedAt());
    boolean plausible = !earlier.isNegative() && earlier.compareTo(Duration.ofHours(24)) < 0;
    return (plausible ? earlier.plus(middle) : middle).toMillis() / 1_000.0;
  }
}
