package io.github.videotasks.ext;

import io.github.videotasks.ext.http.TaskOperation;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.util.Arrays;

/**
 * The two endpoints of a gateway that return a task. Each may respond in the format of the other.
 */
public enum EndpointStyle {
  /** {@code GET /v1/video/query?id=…}, the gateways' own endpoint. */
  UNIFIED(TaskOperation.UNIFIED),
  /** {@code GET /v1/videos/{id}}, as in OpenAI's API. */
  OPENAI(TaskOperation.OPENAI);

  private final TaskOperation operation;

  EndpointStyle(TaskOperation operation) {
    this.operation = operation;
  }

  TaskOperation operation() {
    return operation;
  }

  static EndpointStyle fromSnapshot(WaitSnapshot snapshot) {
    for (EndpointStyle style : values()) {
      if (style.name().equals(snapshot.endpoint())) {
        return style;
      }
    }
    throw new IllegalArgumentException(
        "wait snapshot of task %s: expected one of the endpoints %s, found another one; set CallOptions.endpoint"
            .formatted(snapshot.id(), Arrays.toString(values())));
  }
}
