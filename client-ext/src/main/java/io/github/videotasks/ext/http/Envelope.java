package io.github.videotasks.ext.http;

import io.github.videotasks.client.model.ModerationResult;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;

/** Opens the envelope {@code {code, message, data}} that some gateways put around a task. */
final class Envelope {

  private Envelope() {}

  /** Returns the content of {@code data}; a value that is not an envelope as it is. */
  static JsonValue unwrap(JsonValue json) {
    JsonValue data = json.get("data");
    if (!isEnvelope(json) || data == null) {
      return json;
    }
    // Without data, the code and the message beside it are the error.
    return data.isNull() && ErrorBody.of(json).isError() ? json : data;
  }

  /** Returns whether the value has data and a code, and neither the status nor the id of a task. */
  static boolean isEnvelope(JsonValue json) {
    return json.get("data") != null
        && json.get(ModerationResult.CODE) != null
        && !hasText(json, VideoTask.STATUS)
        && !hasText(json, VideoTask.ID);
  }

  static boolean hasText(JsonValue json, String name) {
    JsonValue value = json.get(name);
    String text = value == null ? null : value.asString();
    return text != null && !text.isBlank();
  }
}
