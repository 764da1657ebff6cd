package io.github.videotasks.ext.http;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.time.Scheduler;
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
public final class RetryingRequest implements Callback {

  /** Below INFO, so nothing is logged unless it is asked for. */
  private static final System.Logger LOG = System.getLogger(RetryingRequest.class.getName());

  private final Transport transport;
  private final TaskId id;
  private final CallOptions options;
  private final Request request;
  private final RequestBudget budget;
  private final long startedAt;
  private final CompletableFuture<TaskState> result = new CompletableFuture<>();

  private boolean retriesRateLimits = true;
  private volatile @Nullable Call inFlight;
  private volatile Scheduler.@Nullable ScheduledCall scheduledRetry;
  private volatile @Nullable VideoTasksException lastError;

  RetryingRequest(Transport transport, TaskId id, CallOptions options) {
    this.transport = transport;
    this.id = id;
    this.options = options;
    budget = new RequestBudget(options.maxRequests());
    request =
        transport
            .requests()
            .taskRequest(id, options.endpoint())
            .newBuilder()
            .tag(RequestBudget.class, budget)
            .build();
    startedAt = transport.scheduler().nanoTime();
  }

  /** Before the start: a 429 is the caller's, who has other questions for the gateway as well. */
  RetryingRequest withoutRateLimitRetries() {
    retriesRateLimits = false;
    return this;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  CompletableFuture<TaskState> start() {
    // An alarm, not OkHttp's call timeout: that one cannot end a name lookup that hangs.
    Scheduler.ScheduledCall limit =
        transport.scheduler().schedule(options.timeout(), this::onTimeout);
    result.whenComplete(
        (state, error) -> {
          limit.cancel();
          cancelPending();
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
    RawResponse answer;
    try (response) {
      answer = RawResponse.read(response, transport.maxResponseBytes());
    } catch (IOException e) {
      onFailure(call, e);
      return;
    } catch (RuntimeException e) {
      // The HTTP library does not check all that a server says, such as a length below zero.
      answer = RawResponse.withoutBody(response);
    }
    // Only now, with the connection back in its pool: a caller's callback may take its time.
    inFlight = null;
    int status = answer.status();
    LOG.log(Level.DEBUG, () -> "task " + id + ": HTTP " + status + ", attempt " + budget.used());
    parseAndComplete(answer);
  }

  private void parseAndComplete(RawResponse answer) {
    try {
      result.complete(transport.parser().parse(id, answer));
    } catch (VideoTasksException e) {
      retryOrFail(e);
    } catch (RuntimeException | Error e) {
      // Nothing is known to come here; without this the caller would wait for ever if it did.
      result.completeExceptionally(e);
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    inFlight = null;
    boolean tooMuch = e instanceof BoundedSocketFactory.ReadLimitExceededException;
    retryOrFail(
        VideoTasksException.of(
            "expected an answer from "
                + request.url().host()
                + ", found none: "
                + e.getClass().getSimpleName()
                + (e.getMessage() == null ? "" : ", " + transport.key().mask(e.getMessage()))
                + "; check the address and the network",
            ErrorDetails.of(tooMuch ? ErrorKind.TOO_LARGE : ErrorKind.CONNECTION),
            MaskedCauseException.of(e, transport.key())));
  }

  private void retryOrFail(VideoTasksException error) {
    if (result.isDone()) {
      // Cancelled or closed: what the aborted request says is of no interest any more.
      return;
    }
    lastError = error;
    LOG.log(Level.DEBUG, () -> "task " + id + ": " + error.getMessage());
    Duration pause = RetryBackoff.delayAfter(budget.used(), error.details().retryAfter());
    boolean fits = elapsed().plus(pause).compareTo(options.timeout()) < 0;
    if (!isTransient(error.kind()) || budget.isExhausted() || !fits) {
      result.completeExceptionally(withAttempts(error));
      return;
    }
    scheduledRetry = transport.scheduler().schedule(pause, this::send);
    if (result.isDone()) {
      cancelPending();
    }
  }

  private boolean isTransient(ErrorKind kind) {
    return kind == ErrorKind.SERVER_ERROR
        || (kind == ErrorKind.RATE_LIMITED && retriesRateLimits)
        || kind == ErrorKind.CONNECTION;
  }

  private void onTimeout() {
    result.completeExceptionally(
        withAttempts(
            VideoTasksException.of(
                "expected an answer within "
                    + options.timeout()
                    + ", found none; ask again or allow more time",
                ErrorDetails.of(ErrorKind.CALL_TIMEOUT),
                lastError)));
  }

  private VideoTasksException withAttempts(VideoTasksException error) {
    return error.withDetails(error.details().withAttempts(budget.used(), elapsed()));
  }

  private void cancelPending() {
    Scheduler.ScheduledCall alarm = scheduledRetry;
    if (alarm != null) {
      alarm.cancel();
    }
    Call call = inFlight;
    if (call != null) {
      call.cancel();
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(transport.scheduler().nanoTime() - startedAt);
  }
}
