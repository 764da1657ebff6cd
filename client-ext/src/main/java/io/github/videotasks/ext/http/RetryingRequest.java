package io.github.videotasks.ext.http;

import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.telemetry.RequestObservation;
import io.github.videotasks.ext.telemetry.RequestOperation;
import io.github.videotasks.ext.time.ExponentialBackoff;
import io.github.videotasks.ext.time.Scheduler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * One request for a task with its retries: sends it through the generated interface, and once more
 * after a transient failure, within the time and the number of requests of its settings.
 *
 * <p>At most one HTTP request or one pause is open at any time.
 */
final class RetryingRequest implements Callback<VideoTask> {

  /** Below INFO, so nothing is logged unless it is configured. */
  private static final System.Logger LOG = System.getLogger(RetryingRequest.class.getName());

  /** A Retry-After of a day is obeyed too: the timeout then ends the request. */
  private static final ExponentialBackoff BACKOFF =
      new ExponentialBackoff(
          Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofSeconds(Integer.MAX_VALUE));

  private final GatewayClient client;
  private final Scheduler scheduler;
  private final TaskId id;
  private final RequestSettings settings;
  private final RequestBudget budget;
  private final long startedAt;
  private final CompletableFuture<TaskState> result = new CompletableFuture<>();

  private RequestOperation purpose = RequestOperation.TASK_QUERY;
  private volatile @Nullable Call<VideoTask> inFlight;
  private volatile @Nullable RequestObservation observation;
  private volatile Scheduler.@Nullable ScheduledCall scheduledRetry;
  private volatile @Nullable VideoTasksException lastError;

  RetryingRequest(GatewayClient client, TaskId id, RequestSettings settings) {
    this.client = client;
    this.id = id;
    this.settings = settings;
    scheduler = client.scheduler();
    budget = new RequestBudget(settings.maxRequests());
    startedAt = scheduler.nanoTime();
  }

  /**
   * Marks this request as a poll. It is not retried on HTTP 429, because the rate limiter that the
   * polls share handles it. Call before {@link #start}.
   */
  RetryingRequest asPoll() {
    purpose = RequestOperation.TASK_POLL;
    return this;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is the end of the chain
  CompletableFuture<TaskState> start() {
    // Not OkHttp's call timeout: that one cannot end a name lookup that hangs.
    Scheduler.ScheduledCall timeout = scheduler.schedule(settings.timeout(), this::onTimeout);
    result.whenComplete(
        (state, error) -> {
          timeout.cancel();
          release(error);
        });
    send();
    return result;
  }

  private void send() {
    Call<VideoTask> call = client.newCall(settings.operation(), id);
    HttpExchange exchange = HttpExchange.of(call.request());
    if (exchange != null) {
      exchange.use(budget);
    }
    inFlight = call;
    if (result.isDone()) {
      return;
    }
    budget.beginAttempt();
    observation = client.telemetry().start(purpose, client.host(), budget.used());
    call.enqueue(this);
  }

  @Override
  public void onResponse(Call<VideoTask> call, Response<VideoTask> response) {
    inFlight = null;
    int status = response.code();
    LOG.log(Level.DEBUG, () -> "task " + id + ": HTTP " + status + ", attempt " + budget.used());
    VideoTask task = response.body();
    try {
      if (response.isSuccessful() && task != null) {
        TaskState state = TaskState.of(id, task);
        endObservation(call, null);
        result.complete(state);
      } else {
        retryOrFail(call, describe(call, new IOException("a response without a body")));
      }
    } catch (RuntimeException | Error e) {
      // No case is known; without this the caller would wait forever.
      endObservation(call, ErrorKind.UNREADABLE_RESPONSE);
      result.completeExceptionally(e);
    }
  }

  @Override
  public void onFailure(Call<VideoTask> call, Throwable error) {
    inFlight = null;
    if (error instanceof IOException e) {
      retryOrFail(call, describe(call, e));
    } else {
      endObservation(call, ErrorKind.CONNECTION);
      result.completeExceptionally(error);
    }
  }

  /** A response was received and is not a task, or there was none. */
  private VideoTasksException describe(Call<VideoTask> call, IOException error) {
    if (error.getCause() instanceof VideoTasksException known) {
      // An interceptor has already described the error, such as an API key that is missing.
      return known;
    }
    HttpExchange exchange = HttpExchange.of(call.request());
    RawResponse response = exchange == null ? null : exchange.response();
    return response == null ? connectionError(error) : client.parser().error(id, response);
  }

  private VideoTasksException connectionError(IOException error) {
    Secret key = client.parser().key();
    ConnectionFault fault = ConnectionFault.of(error);
    String message = fault.cause().getMessage();
    return VideoTasksException.of(
        "expected a response from "
            + client.host()
            + ", found none: "
            + fault.cause().getClass().getSimpleName()
            + (message == null ? "" : ", " + key.mask(message))
            + "; "
            + fault.advice(),
        ErrorDetails.of(fault.kind()),
        MaskedCauseException.of(error, key));
  }

  private void retryOrFail(Call<VideoTask> call, VideoTasksException error) {
    if (result.isDone()) {
      // Cancelled or closed: the error of the aborted request does not matter any more.
      cancelObservation();
      return;
    }
    endObservation(call, error.kind());
    lastError = error;
    LOG.log(Level.DEBUG, () -> "task " + id + ": " + error.getMessage());
    long seed = scheduler.nanoTime() + id.hashCode();
    Duration pause = BACKOFF.delayAfter(budget.used(), error.details().retryAfter(), seed);
    boolean fits = elapsed().plus(pause).compareTo(settings.timeout()) < 0;
    if (!isTransient(error.kind()) || budget.isExhausted() || !fits) {
      result.completeExceptionally(complete(error));
      return;
    }
    scheduledRetry = scheduler.schedule(pause, this::send);
    if (result.isDone()) {
      release(null);
    }
  }

  private void endObservation(Call<VideoTask> call, @Nullable ErrorKind error) {
    RequestObservation current = observation;
    if (current != null) {
      HttpExchange exchange = HttpExchange.of(call.request());
      RawResponse response = exchange == null ? null : exchange.response();
      current.end(
          response == null ? 0 : response.status(),
          response == null ? 0 : response.body().size(),
          error);
    }
  }

  private boolean isTransient(ErrorKind kind) {
    return kind == ErrorKind.SERVER_ERROR
        || (kind == ErrorKind.RATE_LIMITED && purpose != RequestOperation.TASK_POLL)
        || kind == ErrorKind.CONNECTION
        || kind == ErrorKind.UNKNOWN_HOST;
  }

  private void onTimeout() {
    result.completeExceptionally(
        complete(
            VideoTasksException.of(
                "expected a response within "
                    + settings.timeout()
                    + ", found none; try again or allow more time",
                ErrorDetails.of(ErrorKind.CALL_TIMEOUT),
                lastError)));
  }

  private VideoTasksException complete(VideoTasksException error) {
    return error.withDetails(error.details().withAttempts(budget.used(), elapsed()));
  }

  private void cancelObservation() {
    RequestObservation current = observation;
    if (current != null) {
      current.cancel(0, 0);
    }
  }

  /** Aborts the request or the pause that is open. The end of the request is reported at once. */
  private void release(@Nullable Throwable error) {
    Scheduler.ScheduledCall retry = scheduledRetry;
    if (retry != null) {
      retry.cancel();
    }
    RequestObservation current = observation;
    if (current != null
        && error instanceof VideoTasksException e
        && e.kind() == ErrorKind.CALL_TIMEOUT) {
      current.end(0, 0, ErrorKind.CALL_TIMEOUT);
    }
    cancelObservation();
    Call<VideoTask> call = inFlight;
    if (call != null) {
      call.cancel();
    }
  }

  private Duration elapsed() {
    return Duration.ofNanos(scheduler.nanoTime() - startedAt);
  }
}
