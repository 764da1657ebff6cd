package io.github.videotasks.ext.http;

import io.github.videotasks.client.runtime.JsonValue;

/** Opens the envelope that neighbouring gateways put around an answer. */
final class Envelope {

  private Envelope() {}

  /** The task inside {@code {code, message, data}}; any other value as it is. */
  static JsonValue unwrap(JsonValue json) {
    JsonValue data = json.get("data");
    if (!isEnvelope(json) || data == null) {
      return json;
    }
    // Without data the code and the message beside it are all there is to tell.
    return data.isNull() && ErrorBody.of(json).isError() ? json : data;
  }

  /** Has data and a code, and none of a task's own members. */
  static boolean isEnvelope(JsonValue json) {
    return json.get("data") != null
        && json.get("code") != null
        && !hasText(json, "status")
        && !hasText(json, "id");
  }

  static boolean hasText(JsonValue json, String name) {
    JsonValue value = json.get(name);
    String text = value == null ? null : value.asString();
    return text != null && !text.isBlank();
  }
}
