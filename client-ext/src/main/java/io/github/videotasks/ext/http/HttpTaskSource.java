package io.github.videotasks.ext.http;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The questions of waits. Equal ones are shared by all who wait for the same task. */
record HttpTaskSource(Transport transport, CallOptions options, EndpointStyle style)
    implements TaskSource {

  /** With the endpoint named, so that those who name it and those who do not share questions. */
  static HttpTaskSource of(Transport transport, CallOptions options) {
    EndpointStyle endpoint = transport.requests().styleOrDefault(options.endpoint());
    return new HttpTaskSource(transport, options.withEndpoint(endpoint), endpoint);
  }

  @Override
  public String endpoint() {
    return style.name();
  }

  @Override
  public CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
    return new RetryingRequest(transport, id, options.withTimeoutAtMost(limit))
        .withoutRateLimitRetries()
        .start();
  }
}
