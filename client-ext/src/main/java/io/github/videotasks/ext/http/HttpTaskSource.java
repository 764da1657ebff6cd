package io.github.videotasks.ext.http;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the polls of poll loops. Loops whose sources are equal share their polls, so the settings
 * name the operation even where the caller left it to the default.
 */
record HttpTaskSource(GatewayClient client, RequestSettings settings) implements TaskSource {

  @Override
  public String endpoint() {
    return settings.operation().name();
  }

  @Override
  public CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
    return new RetryingRequest(client, id, settings.withTimeoutAtMost(limit)).asPoll().start();
  }
}
