package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Headers;

/**
 * What downloads need of the client that they belong to. It is the only way to the key: nothing
 * here is used for a file host.
 */
public interface GatewayAccess {

  /** Asks for the task within the limit. */
  CompletableFuture<TaskState> fetchTask(TaskId id, Duration limit);

  /** A call for the file that the gateway itself keeps, with the key. Not yet begun. */
  Call newContentCall(TaskId id, Headers headers);

  /** Starts something that ends with the client, at the latest. */
  <T> CompletableFuture<T> track(Supplier<CompletableFuture<T>> start);

  /** Blocks until the future has ended, and throws its error as it is. */
  <T> T join(CompletableFuture<T> future);
}
