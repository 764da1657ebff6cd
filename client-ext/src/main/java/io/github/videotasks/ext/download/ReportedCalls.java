package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.telemetry.RequestObservation;
import io.github.videotasks.ext.telemetry.RequestOperation;
import io.github.videotasks.ext.telemetry.RequestTelemetry;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Executes the calls of one download, one at a time, and reports them. A call ends when its body is
 * read, which only the caller knows: with {@link #end}, or with the next call, if the response was
 * a redirect or contained the URL of the file.
 */
final class ReportedCalls {

  private final RequestTelemetry telemetry;
  private final Consumer<Call> onCall;
  private final AtomicInteger count = new AtomicInteger();

  private @Nullable RequestObservation current;
  private @Nullable CountingBody body;
  private int status;

  /**
   * Creates the calls of a download.
   *
   * @param onCall is notified of each call before it is executed, so that it can be cancelled
   */
  ReportedCalls(RequestTelemetry telemetry, Consumer<Call> onCall) {
    this.telemetry = telemetry;
    this.onCall = onCall;
  }

  /** Executes a call without following a redirect. The caller closes the response. */
  Response execute(RequestOperation operation, Call call) throws IOException {
    end(null);
    int attempt = count.incrementAndGet();
    onCall.accept(call);
    current = telemetry.start(operation, call.request().url().host(), attempt);
    Response response = call.execute();
    status = response.code();
    CountingBody counting = new CountingBody(response.body());
    body = counting;
    return response.newBuilder().body(counting).build();
  }

  /** Returns the number of calls; may be called by other threads. */
  int count() {
    return count.get();
  }

  /**
   * Reports the end of the current call, if there is one.
   *
   * @param error the reason; null for a success. An exception of another class than {@link
   *     VideoTasksException} means that the download was cancelled
   */
  void end(@Nullable Throwable error) {
    RequestObservation ending = current;
    if (ending == null) {
      return;
    }
    long bytes = body == null ? 0 : body.bytesRead();
    if (error != null && !(error instanceof VideoTasksException)) {
      ending.cancel(status, bytes);
    } else {
      ErrorKind kind = error instanceof VideoTasksException e ? e.kind() : null;
      ending.end(status, bytes, kind);
    }
    current = null;
    body = null;
    status = 0;
  }
}
