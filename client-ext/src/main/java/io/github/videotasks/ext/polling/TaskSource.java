package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Source of the responses of a wait: requests to a gateway, or a script in a test. */
@FunctionalInterface
public interface TaskSource {

  /**
   * Requests the state of a task once, without blocking.
   *
   * @param id the task
   * @param limit the maximum time until the response, always positive
   * @return the response; completes exceptionally with a {@link
   *     io.github.videotasks.ext.error.VideoTasksException} if there is none. Cancelling it aborts
   *     the request
   */
  CompletableFuture<TaskState> fetch(TaskId id, Duration limit);

  /**
   * Returns the name of the polled endpoint, without secrets. Snapshots store it, so that a resumed
   * wait polls the same endpoint.
   *
   * @return the name; empty, the default, if there is only one endpoint
   */
  default String endpoint() {
    return "";
  }

  /**
   * Returns the file of a task, which a client with this source downloads instead of requesting one
   * from a host. Only scripts in tests have files.
   *
   * @param id the task
   * @return the content of the file; null, the default, if this source has none
   */
  default byte @Nullable [] file(TaskId id) {
    return null;
  }
}
