package io.github.videotasks.ext;

import io.github.videotasks.ext.polling.WaitSnapshot;
import java.util.Arrays;

/** Which of the two operations of a gateway is asked. Both may answer in either's form. */
public enum EndpointStyle {
  /** {@code GET /v1/video/query?id=…}, the gateways' own. */
  UNIFIED,
  /** {@code GET /v1/videos/{id}}, as OpenAI has it. */
  OPENAI;

  static EndpointStyle fromSnapshot(WaitSnapshot snapshot) {
    for (EndpointStyle style : values()) {
      if (style.name().equals(snapshot.endpoint())) {
        return style;
      }
    }
    throw new IllegalArgumentException(
        "wait snapshot of task %s: expected the way %s, found one of another client; name the endpoint in the options"
            .formatted(snapshot.id(), Arrays.toString(values())));
  }
}
