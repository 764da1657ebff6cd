package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.events.TaskEvent;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import io.github.videotasks.ext.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** One bug for each invariant, and one for each way to violate it. */
enum PlantedDefect implements Defect {
  DROPS_A_SCHEDULED_POLL(Invariant.NO_LOST_END) {
    @Override
    public Scheduler scheduler(Scheduler correct) {
      return new Wrapper(correct) {
        private int calls;

        @Override
        public ScheduledCall scheduleNonBlocking(Duration delay, Runnable task) {
          return calls++ % 4 == 3 ? () -> {} : super.scheduleNonBlocking(delay, task);
        }
      };
    }
  },
  SWALLOWS_TERMINAL_RESPONSES(Invariant.NO_LOST_END) {
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callbacks are the ends of the chains
    public TaskSource source(TaskSource correct, Scheduler scheduler) {
      return (id, limit) -> {
        CompletableFuture<TaskState> polled = correct.fetch(id, limit);
        CompletableFuture<TaskState> response = new CompletableFuture<>();
        response.whenComplete((state, error) -> polled.cancel(true));
        polled.whenComplete(
            (state, error) -> {
              if (state == null) {
                response.completeExceptionally(error);
              } else if (!state.stage().isTerminal()) {
                response.complete(state);
              }
            });
        return response;
      };
    }
  },
  REPEATS_TERMINAL_EVENTS(Invariant.NO_DOUBLE_END) {
    @Override
    public Flow.Publisher<TaskEvent> publisher(Flow.Publisher<TaskEvent> correct) {
      return subscriber -> correct.subscribe(new RepeatingSubscriber(subscriber));
    }
  },
  POLLS_AGAIN_AFTER_ABORT(Invariant.NO_POLL_AFTER_END) {
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the poll is the defect
    public TaskSource source(TaskSource correct, Scheduler scheduler) {
      return (id, limit) -> {
        CompletableFuture<TaskState> poll = correct.fetch(id, limit);
        poll.whenComplete(
            (state, error) -> {
              if (poll.isCancelled()) {
                scheduler.schedule(Duration.ofSeconds(1), () -> correct.fetch(id, limit));
              }
            });
        return poll;
      };
    }
  },
  IGNORES_ABORTS(Invariant.NO_POLL_AFTER_END) {
    @Override
    public TaskSource source(TaskSource correct, Scheduler scheduler) {
      return (id, limit) -> correct.fetch(id, limit).copy();
    }
  },
  LOSES_RETRY_AFTER(Invariant.RATE_KEPT) {
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callbacks are the ends of the chains
    public TaskSource source(TaskSource correct, Scheduler scheduler) {
      return (id, limit) -> {
        CompletableFuture<TaskState> poll = correct.fetch(id, limit);
        CompletableFuture<TaskState> response = new CompletableFuture<>();
        response.whenComplete((state, error) -> poll.cancel(true));
        poll.whenComplete(
            (state, error) -> {
              if (state == null) {
                response.completeExceptionally(withoutRetryAfter(error));
              } else {
                response.complete(state);
              }
            });
        return response;
      };
    }
  },
  CLOCK_RUNS_FAST(Invariant.RATE_KEPT) {
    @Override
    public Scheduler scheduler(Scheduler correct) {
      long start = correct.nanoTime();
      return new Wrapper(correct) {
        @Override
        public long nanoTime() {
          return start + (super.nanoTime() - start) * 2;
        }
      };
    }
  },
  RUNS_DEADLINES_LATE(Invariant.DEADLINE_KEPT) {
    @Override
    public Scheduler scheduler(Scheduler correct) {
      return new Wrapper(correct) {
        @Override
        public ScheduledCall schedule(Duration delay, Runnable task) {
          return super.schedule(delay.plusMillis(1), task);
        }
      };
    }
  },
  NEVER_CANCELS_SCHEDULED_CALLS(Invariant.NOTHING_LEAKS) {
    @Override
    public Scheduler scheduler(Scheduler correct) {
      return new Wrapper(correct) {
        @Override
        public ScheduledCall schedule(Duration delay, Runnable task) {
          super.schedule(delay, task);
          return () -> {};
        }
      };
    }
  };

  private final Invariant invariant;

  PlantedDefect(Invariant invariant) {
    this.invariant = invariant;
  }

  /** Returns the invariant that the defect violates; it may violate others as well. */
  Invariant invariant() {
    return invariant;
  }

  private static Throwable withoutRetryAfter(Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    if (!(cause instanceof VideoTasksException known)) {
      return error;
    }
    return known.withDetails(new ErrorDetails(known.kind(), 0, null, null, 1, Duration.ZERO, null));
  }

  /** Passes all calls on. */
  private static class Wrapper implements Scheduler {

    private final Scheduler correct;

    Wrapper(Scheduler correct) {
      this.correct = correct;
    }

    @Override
    public long nanoTime() {
      return correct.nanoTime();
    }

    @Override
    public @Nullable Executor callbackExecutor() {
      return correct.callbackExecutor();
    }

    @Override
    public Instant now() {
      return correct.now();
    }

    @Override
    public ScheduledCall schedule(Duration delay, Runnable task) {
      return correct.schedule(delay, task);
    }

    @Override
    public ScheduledCall scheduleNonBlocking(Duration delay, Runnable task) {
      return correct.scheduleNonBlocking(delay, task);
    }
  }

  /** Passes each terminal event on twice. */
  private record RepeatingSubscriber(Flow.Subscriber<? super TaskEvent> correct)
      implements Flow.Subscriber<TaskEvent> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      correct.onSubscribe(subscription);
    }

    @Override
    public void onNext(TaskEvent event) {
      correct.onNext(event);
      if (event instanceof TaskEvent.Ended || event instanceof TaskEvent.Failed) {
        correct.onNext(event);
      }
    }

    @Override
    public void onError(Throwable error) {
      correct.onError(error);
    }

    @Override
    public void onComplete() {
      correct.onComplete();
    }
  }
}
