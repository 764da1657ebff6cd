package io.github.videotasks.ext;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.Timekeeper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One question with its repetitions: sends the request, reads the answer, and sends it once more
 * after a passing failure, within the time and the number of requests of its options.
 *
 * <p>At most one request or one pause is open at any time.
 */
final class Question implements Callback {

  /** Below INFO, so nothing is logged unless it is asked for. */
  private static final System.Logger LOG = System.getLogger(Question.class.getName());

  private final Transport transport;
  private final TaskId id;
  private final CallOptions options;
  private final Request request;
  private final RequestBudget budget;
  private final long startedAt;
  private final CompletableFuture<TaskState> result = new CompletableFuture<>();

  private boolean repeatsRateLimited = true;
  private volatile @Nullable Call inFlight;
  private volatile Timekeeper.@Nullable Alarm repetition;
  private volatile @Nullable VideoTasksException lastError;

  Question(Transport transport, TaskId id, CallOptions options) {
    this.transport = transport;
    this.id = id;
    this.options = options;
    budget = new RequestBudget(options.maxRequests());
    request =
        transport
            .requests()
            .get(id, options.endpoint())
            .newBuilder()
            .tag(RequestBudget.class, budget)
            .build();
    startedAt = transport.timekeeper().nanoTime();
  }

  /** Before the start: a 429 is the caller's, who has other questions for the gateway as well. */
  Question leavingRateLimits() {
    repeatsRateLimited = false;
    return this;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  CompletableFuture<TaskState> ask() {
    // An alarm, not OkHttp's call timeout: that one cannot end a name lookup that hangs.
    Timekeeper.Alarm limit = transport.timekeeper().schedule(options.limit(), this::timeOut);
    result.whenComplete(
        (state, error) -> {
          limit.cancel();
          release();
        });
    send();
    return result;
  }

  private void send() {
    Call call = transport.client().newCall(request);
    inFlight = call;
    if (result.isDone()) {
      return;
    }
    budget.beginAttempt();
    call.enqueue(this);
  }

  @Override
  public void onResponse(Call call, Response response) {
    Answer answer;
    try (response) {
      answer = Answer.read(response, transport.maxAnswerBytes());
    } catch (IOException e) {
      onFailure(call, e);
      return;
    } catch (RuntimeException e) {
      // The HTTP library does not check all that a server says, such as a length below zero.
      answer = Answer.unreadable(response);
    }
    // Only now, with the connection back in its pool: a caller's callback may take its time.
    inFlight = null;
    int status = answer.status();
    LOG.log(Level.DEBUG, () -> "task " + id + ": HTTP " + status + ", attempt " + budget.used());
    conclude(answer);
  }

  private void conclude(Answer answer) {
    try {
      result.complete(transport.reader().read(id, answer));
    } catch (VideoTasksException e) {
      repeatOrFail(e);
    } catch (RuntimeException | Error e) {
      // Nothing is known to come here; without this the caller would wait for ever if it did.
      result.completeExceptionally(e);
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    inFlight = null;
    boolean tooMuch = e instanceof BoundedSockets.TooMuchException;
    repeatOrFail(
        VideoTasksException.of(
            "expected an answer from "
                + request.url().host()
                + ", found none: "
                + e.getClass().getSimpleName()
                + (e.getMessage() == null ? "" : ", " + transport.key().mask(e.getMessage()))
                + "; check the address and the network",
            ErrorDetails.of(tooMuch ? ErrorKind.TOO_LARGE : ErrorKind.CONNECTION),
            SafeCause.of(e, transport.key())));
  }

  private void repeatOrFail(VideoTasksException error) {
    if (result.isDone()) {
      // Cancelled or closed: what the aborted request says is of no interest any more.
      return;
    }
    lastError = error;
    LOG.log(Level.DEBUG, () -> "task " + id + ": " + error.getMessage());
    Duration pause = RetryPause.after(budget.used(), error.details().retryAfter());
    boolean fits = elapsed().plus(pause).compareTo(options.limit()) < 0;
    if (!isPassing(error.kind()) || budget.isSpent() || !fits) {
      result.completeExceptionally(complete(error));
      return;
    }
    repetition = transport.timekeeper().schedule(pause, this::send);
    if (result.isDone()) {
      release();
    }
  }

  private boolean isPassing(ErrorKind kind) {
    return kind == ErrorKind.SERVER_ERROR
        || (kind == ErrorKind.RATE_LIMITED && repeatsRateLimited)
        || kind == ErrorKind.CONNECTION;
  }

  private void timeOut() {
    result.completeExceptionally(
        complete(
            VideoTasksException.of(
                "expected an answer within "
                    + options.limit()
                    + ", found none; ask again or allow more time",
                ErrorDetails.of(ErrorKind.CALL_TIMEOUT),
                lastError)));
  }

  private VideoTasksException complete(VideoTasksException error) {
    return error.with(error.details().after(budget.used(), elapsed()));
  }

  private void release() {
    Timekeeper.Alarm alarm = repetition;
    if (alarm != null) {
      alarm.cancel();
    }
    Call call = inFlight;
    if (call != null) {
      call.cancel();
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(transport.timekeeper().nanoTime() - startedAt);
  }
}
