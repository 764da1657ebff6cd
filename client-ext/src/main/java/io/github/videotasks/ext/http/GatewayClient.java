package io.github.videotasks.ext.http;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client asks.
 *
 * @param taskSource asked instead of the gateway; null outside of tests
 */
public record GatewayClient(Transport transport, @Nullable TaskSource taskSource) {

  public CompletableFuture<TaskState> fetch(TaskId id, CallOptions options) {
    return taskSource == null
        ? new RetryingRequest(transport, id, options).start()
        : taskSource.fetch(id, options.timeout());
  }

  public TaskSource pollSource(CallOptions options) {
    return taskSource == null ? HttpTaskSource.of(transport, options) : taskSource;
  }
}
