package io.github.videotasks.ext.http;

import io.github.videotasks.client.model.GatewayError;
import io.github.videotasks.client.model.ModerationResult;
import io.github.videotasks.client.model.TaskPendingInfo;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.StatusReader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens the envelope that some gateways put around a task: {@code {code, message, data}}, {@code
 * {success, data}}, {@code {status: "success", data}} and similar. The task is the object in {@code
 * data}, or the object in a list of one.
 */
final class Envelope {

  private static final String DATA = GatewayError.DATA;

  /** Real responses have at most two. */
  private static final int MAX_ENVELOPES = 3;

  /** Properties of an envelope; a value with any other property may be a task itself. */
  private static final Set<String> PROPERTIES =
      Set.of(
          DATA,
          ModerationResult.CODE,
          VideoTask.STATUS,
          "success",
          "ok",
          GatewayError.MESSAGE,
          "message_zh",
          "msg",
          VideoTask.ERROR,
          TaskPendingInfo.REQUEST_ID,
          "requestId",
          VideoTask.TRACE_ID,
          "traceId",
          "timestamp",
          "time");

  private Envelope() {}

  /** Returns the content of {@code data}; a value that is not an envelope as it is. */
  static JsonValue unwrap(JsonValue json) {
    JsonValue current = json;
    for (int opened = 0; opened < MAX_ENVELOPES && isEnvelope(current); opened++) {
      JsonValue task = StatusReader.innerTask(current.get(DATA));
      boolean hasStatus = task != null && StatusReader.hasStatus(task);
      if (!hasStatus && ErrorBody.of(current).isError()) {
        // The code and the message beside the data are the error.
        return current;
      }
      JsonValue data = current.get(DATA);
      current = task != null ? task : data == null ? JsonValue.NULL : data;
    }
    return current;
  }

  /** Returns whether the value has data, and is not a task that has a property called data. */
  static boolean isEnvelope(JsonValue json) {
    JsonValue data = json.get(DATA);
    if (data == null || hasText(json, VideoTask.ID) || StatusReader.isList(json)) {
      return false;
    }
    JsonValue task = StatusReader.innerTask(data);
    boolean holdsStatus = task != null && StatusReader.hasStatus(task);
    String status = StatusReader.ownValue(json);
    if (status == null) {
      return holdsStatus || hasTransportStatus(json);
    }
    if (!StatusReader.isTransportValue(status) || hasText(json, ModerationResult.TASK_ID)) {
      return false;
    }
    return holdsStatus || (isEmpty(data) && PROPERTIES.containsAll(json.properties().keySet()));
  }

  private static boolean hasTransportStatus(JsonValue json) {
    return json.get(ModerationResult.CODE) != null
        || isScalar(json.get("success"))
        || isScalar(json.get("ok"))
        || isScalar(json.get(VideoTask.STATUS));
  }

  /** Returns whether a value is a number or a boolean. */
  private static boolean isScalar(@Nullable JsonValue value) {
    return value != null && (value.asNumberText() != null || value.asBoolean() != null);
  }

  private static boolean isEmpty(JsonValue data) {
    return data.isNull()
        || (data.properties().isEmpty()
            && data.elements().isEmpty()
            && data.kind() != JsonValue.Kind.STRING);
  }

  static boolean hasText(JsonValue json, String name) {
    JsonValue value = json.get(name);
    String text = value == null ? null : value.asString();
    return text != null && !text.isBlank();
  }
}
