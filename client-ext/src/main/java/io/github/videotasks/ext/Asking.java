package io.github.videotasks.ext;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client asks.
 *
 * @param answers asked instead of the gateway; null outside of tests
 */
record Asking(Transport transport, @Nullable TaskSource answers) {

  CompletableFuture<TaskState> once(TaskId id, CallOptions options) {
    return answers == null
        ? new Question(transport, id, options).ask()
        : answers.fetch(id, options.limit());
  }

  TaskSource polls(CallOptions options) {
    return answers == null ? Polls.of(transport, options) : answers;
  }
}
