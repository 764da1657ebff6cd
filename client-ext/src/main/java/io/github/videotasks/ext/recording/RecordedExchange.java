package io.github.videotasks.ext.recording;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.client.runtime.ValueLimitException;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, as they were sent and received: not masked.
 *
 * @param at when the response was received
 * @param method the HTTP method
 * @param url the URL of the request
 * @param requestBody its bytes, whose prompts the response may quote; empty without a body
 * @param status the status code
 * @param contentType the header Content-Type; null if there is none
 * @param retryAfter the header Retry-After; null if there is none
 * @param body the bytes of the response after decompression, in UTF-8
 * @param keys the API keys that the response may quote
 * @param redaction removes them from JSON, in all forms in which they are found
 */
public record RecordedExchange(
    Instant at,
    String method,
    String url,
    Buffer requestBody,
    int status,
    @Nullable String contentType,
    @Nullable String retryAfter,
    Buffer body,
    List<String> keys,
    UnaryOperator<JsonValue> redaction) {

  /** The most values of a body that is recorded with its content. */
  public static final int MAX_VALUES = 20_000;

  private static final Pattern RETRY_AFTER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6})?");

  /** {@return the masked line of the exchange, without a line end} */
  public String line() {
    JsonValue json = json(body);
    JsonValue redacted = json == null ? null : redaction.apply(json);
    ExchangeMask mask = new ExchangeMask(keys, url, json(requestBody), redacted);
    Map<String, JsonValue> request = new LinkedHashMap<>();
    request.put("method", JsonValue.of(HarmlessText.isWord(method) ? method : ExchangeMask.MASKED));
    request.put("url", JsonValue.of(mask.url()));
    Map<String, JsonValue> response = new LinkedHashMap<>();
    response.put("status", JsonValue.of(status));
    response.put("headers", JsonValue.of(headers()));
    if (redacted == null) {
      response.put("bodyBytes", JsonValue.of(body.size()));
    } else {
      response.put("body", mask.body(redacted));
    }
    Map<String, JsonValue> line = new LinkedHashMap<>();
    line.put("at", JsonValue.of(at.toString()));
    line.put("request", JsonValue.of(request));
    line.put("response", JsonValue.of(response));
    return JsonValue.of(line).json();
  }

  private Map<String, JsonValue> headers() {
    Map<String, JsonValue> headers = new LinkedHashMap<>();
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    if (HarmlessText.isWord(type)) {
      headers.put("content-type", JsonValue.of(type));
    }
    if (retryAfter != null && RETRY_AFTER.matcher(retryAfter.strip()).matches()) {
      headers.put("retry-after", JsonValue.of(retryAfter.strip()));
    }
    return headers;
  }

  private static @Nullable JsonValue json(Buffer bytes) {
    try {
      JsonValue json = JsonValue.parse(bytes.clone(), MAX_VALUES);
      boolean isTree = json.kind() == JsonValue.Kind.OBJECT || json.kind() == JsonValue.Kind.ARRAY;
      return isTree ? json : null;
    } catch (JsonDataException | ValueLimitException e) {
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("expected a buffer in memory", e);
    }
  }

  /** Without the content, which is not masked. */
  @Override
  public String toString() {
    return "RecordedExchange[HTTP " + status + "]";
  }
}
