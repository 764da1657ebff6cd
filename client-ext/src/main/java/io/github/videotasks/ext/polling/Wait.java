package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One wait: drives {@link PollStep} with real questions and real time.
 *
 * <p>At most one question or one alarm is open at any time, so the fields need no lock among the
 * steps; they are volatile because the deadline and a cancel come from other threads.
 */
final class Wait {

  private static final System.Logger LOG = System.getLogger(Wait.class.getName());

  private final TaskSource source;
  private final Timekeeper timekeeper;
  private final TaskId id;
  private final WaitPolicy policy;
  private final TaskListener listener;
  private final Durations durations;
  private final long startedAt;
  private final CompletableFuture<TaskState> result = new CompletableFuture<>();

  private volatile WaitMemory memory = WaitMemory.START;
  private volatile Duration lastAnswerAt = Duration.ZERO;
  private volatile @Nullable CompletableFuture<TaskState> inFlight;
  private volatile Timekeeper.@Nullable Alarm nextPoll;

  Wait(
      TaskSource source,
      Timekeeper timekeeper,
      TaskId id,
      WaitPolicy policy,
      TaskListener listener,
      Durations durations) {
    this.source = source;
    this.timekeeper = timekeeper;
    this.id = id;
    this.policy = policy;
    this.listener = listener;
    this.durations = durations;
    startedAt = timekeeper.nanoTime();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  CompletableFuture<TaskState> start() {
    Timekeeper.Alarm deadline = timekeeper.schedule(policy.deadline(), this::timeOut);
    // However the wait ends (answer, error, deadline, the caller's cancel), nothing stays behind.
    result.whenComplete(
        (state, error) -> {
          deadline.cancel();
          release();
        });
    poll();
    return result;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  private void poll() {
    Duration left = policy.deadline().minus(elapsed());
    if (result.isDone() || left.isNegative() || left.isZero()) {
      return;
    }
    try {
      CompletableFuture<TaskState> answer = source.fetch(id, left);
      inFlight = answer;
      if (result.isDone()) {
        release();
      }
      answer.whenComplete(this::proceed);
    } catch (RuntimeException | Error thrown) {
      // The source's own: on the alarm's thread nobody else would hear of it.
      result.completeExceptionally(thrown);
    }
  }

  private void proceed(@Nullable TaskState state, @Nullable Throwable error) {
    if (result.isDone()) {
      return;
    }
    try {
      if (state != null) {
        tell(state);
        follow(PollStep.afterAnswer(situation(), memory, state));
      } else if (unwrapped(error) instanceof VideoTasksException known) {
        follow(PollStep.afterError(situation(), memory, known));
      } else {
        result.completeExceptionally(unwrapped(error));
      }
    } catch (RuntimeException | Error thrown) {
      // The listener's or the schedule's own: without this the wait would hang until its deadline.
      result.completeExceptionally(thrown);
    }
  }

  private void tell(TaskState state) {
    TaskState before = memory.last();
    if (before == null
        || before.stage() != state.stage()
        || !Objects.equals(before.status(), state.status())
        || !Objects.equals(before.progress(), state.progress())) {
      LOG.log(Level.DEBUG, () -> "changed: " + state);
      listener.changed(state);
    }
  }

  private void follow(PollStep step) {
    if (step instanceof PollStep.Done done) {
      learn(done.state());
      result.complete(done.state());
    } else if (step instanceof PollStep.GiveUp giveUp) {
      result.completeExceptionally(giveUp.error());
    } else if (step instanceof PollStep.Again again) {
      memory = again.memory();
      lastAnswerAt = elapsed();
      nextPoll = timekeeper.schedule(again.pause(), this::poll);
      if (result.isDone()) {
        release();
      }
    }
  }

  /** Only from a task whose end was seen, not from one that had ended before. */
  private void learn(TaskState end) {
    if (end.stage() == Stage.SUCCEEDED && memory.last() != null) {
      Duration middle = elapsed().plus(lastAnswerAt).dividedBy(2);
      durations.ended(id, memory.ageAtStart().plus(middle).toNanos() / 1e9);
    }
  }

  private void timeOut() {
    result.completeExceptionally(
        new WaitTimeoutException(id, memory, policy.deadline(), elapsed()));
  }

  private void release() {
    Timekeeper.Alarm alarm = nextPoll;
    if (alarm != null) {
      alarm.cancel();
    }
    CompletableFuture<TaskState> open = inFlight;
    if (open != null) {
      open.cancel(true);
    }
  }

  private Situation situation() {
    return new Situation(policy, elapsed(), timekeeper.now(), durations.of(id));
  }

  private Duration elapsed() {
    return Duration.ofNanos(timekeeper.nanoTime() - startedAt);
  }

  private static Throwable unwrapped(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause != null ? cause : new IllegalStateException("neither an answer nor an error");
  }
}
