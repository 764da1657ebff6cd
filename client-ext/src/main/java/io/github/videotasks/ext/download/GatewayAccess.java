package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Headers;

/**
 * Access of downloads to the gateway of their client. Requests sent through it contain the API key;
 * it is never used for a file host.
 */
public interface GatewayAccess {

  /** Requests the state of a task within the timeout. */
  CompletableFuture<TaskState> fetchTask(TaskId id, Duration timeout);

  /**
   * Creates a call for the file that the gateway itself serves, with the API key. The call is not
   * executed yet.
   */
  Call newContentCall(TaskId id, Headers headers);

  /** Starts an operation that ends at the latest when the client is closed. */
  <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start);

  /** Blocks until the future has completed; throws its exception without a wrapper. */
  <T> T join(CompletableFuture<T> future);
}
