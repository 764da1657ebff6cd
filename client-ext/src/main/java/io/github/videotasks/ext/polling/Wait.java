package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The questions for one task, asked for everybody who waits for it in the same way: drives {@link
 * Verdict} with real questions and real time, as long as somebody waits.
 *
 * <p>At most one question or one alarm is open at any time, so the fields need no lock among the
 * steps; they are volatile because deadlines and cancels come from other threads.
 */
final class Wait {

  private static final System.Logger LOG = System.getLogger(Wait.class.getName());

  private final Waits.Key key;
  private final Waits waits;
  private final Duration before;
  private final int pollsBefore;
  private final long startedAt;
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

  private volatile WaitMemory memory;
  private volatile Duration lastAnswerAt = Duration.ZERO;
  private volatile boolean over;
  private volatile @Nullable CompletableFuture<TaskState> inFlight;
  private volatile Timekeeper.@Nullable Alarm nextPoll;

  /**
   * Begins or goes on.
   *
   * @param memory what was remembered elsewhere
   * @param before the time that passed elsewhere
   */
  Wait(Waits waits, Waits.Key key, WaitMemory memory, Duration before) {
    this.waits = waits;
    this.key = key;
    this.memory = memory;
    this.before = before;
    pollsBefore = memory.polls();
    startedAt = waits.timekeeper().nanoTime();
  }

  TaskId id() {
    return key.id();
  }

  String gateway() {
    return waits.gateway();
  }

  String way() {
    return key.source().way();
  }

  Timekeeper timekeeper() {
    return waits.timekeeper();
  }

  WaitMemory memory() {
    return memory;
  }

  /** Takes one more caller in; false if the wait is over. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  boolean join(Subscription subscription) {
    synchronized (this) {
      if (over) {
        return false;
      }
      subscriptions.add(subscription);
    }
    Timekeeper.Alarm deadline =
        timekeeper().schedule(atLeastZero(subscription.left()), subscription::timeOut);
    // However it ends (answer, error, deadline, the caller's cancel), nothing stays behind.
    subscription
        .result()
        .whenComplete(
            (state, error) -> {
              deadline.cancel();
              leave(subscription);
            });
    TaskState last = memory.last();
    if (last != null) {
      guarded(subscription, it -> it.tell(last, memory, elapsed()));
    }
    return true;
  }

  private void leave(Subscription subscription) {
    synchronized (this) {
      subscriptions.remove(subscription);
      if (!subscriptions.isEmpty() || over) {
        return;
      }
      over = true;
    }
    waits.remove(key, this);
    release();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  void poll() {
    if (over) {
      return;
    }
    CompletableFuture<TaskState> answer = waits.lane().ask(this::question);
    inFlight = answer;
    if (over) {
      release();
    }
    answer.whenComplete(this::proceed);
  }

  private CompletableFuture<TaskState> question() {
    return key.source().fetch(id(), left());
  }

  private Duration left() {
    Duration most = Verdict.SHORTEST_PAUSE;
    for (Subscription subscription : subscriptions) {
      Duration left = subscription.left();
      most = left.compareTo(most) > 0 ? left : most;
    }
    return most;
  }

  private void proceed(@Nullable TaskState state, @Nullable Throwable error) {
    if (over) {
      return;
    }
    try {
      Throwable problem = error instanceof CompletionException ? error.getCause() : error;
      if (state != null) {
        LOG.log(Level.DEBUG, () -> "answer: " + state);
        Verdict verdict = Verdict.afterAnswer(situation(), memory, state);
        memory = verdict.memory();
        forEach(it -> it.tell(state, verdict.memory(), elapsed()));
        follow(verdict);
      } else if (problem instanceof VideoTasksException known) {
        Verdict verdict = Verdict.afterError(situation(), memory, known);
        memory = verdict.memory();
        follow(verdict);
      } else {
        fail(problem == null ? new IllegalStateException("neither answer nor error") : problem);
      }
    } catch (RuntimeException | Error thrown) {
      // The schedule's own: without this the wait would hang until its deadline.
      fail(thrown);
    }
  }

  private void follow(Verdict verdict) {
    if (verdict instanceof Verdict.Done done) {
      learn(done.state());
      end(it -> it.result().complete(done.state()));
    } else if (verdict instanceof Verdict.GiveUp giveUp) {
      fail(giveUp.error());
    } else if (verdict instanceof Verdict.Again again) {
      lastAnswerAt = elapsed();
      nextPoll = timekeeper().scheduleBrief(again.pause(), this::poll);
      if (over) {
        release();
      }
      forEach(Subscription::tellAsked);
    }
  }

  private void fail(Throwable problem) {
    end(it -> it.result().completeExceptionally(problem));
  }

  /** Whoever comes from now on begins a wait of their own, as nothing is asked here any more. */
  private void end(Consumer<Subscription> action) {
    synchronized (this) {
      over = true;
    }
    waits.remove(key, this);
    forEach(action);
  }

  private void forEach(Consumer<Subscription> action) {
    for (Subscription subscription : subscriptions) {
      guarded(subscription, action);
    }
  }

  /** A listener that throws ends its own part and nobody else's. */
  private static void guarded(Subscription subscription, Consumer<Subscription> action) {
    try {
      action.accept(subscription);
    } catch (RuntimeException | Error thrown) {
      subscription.result().completeExceptionally(thrown);
    }
  }

  /** Only from a task whose end was seen, not from one that had ended before. */
  private void learn(TaskState end) {
    if (end.stage() == Stage.SUCCEEDED && !lastAnswerAt.isZero()) {
      Duration middle = elapsed().plus(lastAnswerAt).dividedBy(2);
      waits.durations().ended(id(), memory.ageAtStart().plus(middle).toNanos() / 1e9);
    }
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
    return new Situation(
        id(),
        key.policy(),
        elapsed(),
        left(),
        timekeeper().now(),
        waits.durations().of(id()),
        spread());
  }

  /** The first pause here, after which waits that began together would be due together again. */
  private double spread() {
    double usual = key.policy().spread();
    boolean first = memory.polls() == pollsBefore;
    return first && usual > 0 ? Math.max(usual, Phase.spread(waits.count())) : usual;
  }

  private Duration elapsed() {
    return before.plusNanos(timekeeper().nanoTime() - startedAt);
  }

  private static Duration atLeastZero(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /** Not toNanos(), which fails for what is longer than 292 years. */
  static long nanos(Duration duration) {
    return TimeUnit.NANOSECONDS.convert(duration);
  }
}
