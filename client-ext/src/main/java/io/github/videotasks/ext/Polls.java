package io.github.videotasks.ext;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The questions of waits. Equal ones are shared by all who wait for the same task. */
record Polls(Transport transport, CallOptions options, EndpointStyle endpoint)
    implements TaskSource {

  /** With the endpoint named, so that those who name it and those who do not share questions. */
  static Polls of(Transport transport, CallOptions options) {
    EndpointStyle endpoint = transport.requests().style(options.endpoint());
    return new Polls(transport, options.withEndpoint(endpoint), endpoint);
  }

  @Override
  public String way() {
    return endpoint.name();
  }

  @Override
  public CompletableFuture<TaskState> fetch(TaskId id, Duration limit) {
    return new Question(transport, id, options.within(limit)).leavingRateLimits().ask();
  }
}
