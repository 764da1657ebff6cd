package io.github.videotasks.contract.recording;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.client.runtime.ValueLimitException;
import io.github.videotasks.contract.http.ReceivedResponse;
import io.github.videotasks.contract.provider.PactInteraction;
import io.github.videotasks.contract.provider.ResponseListener;
import io.github.videotasks.ext.http.Secret;
import io.github.videotasks.ext.recording.RecordedExchange;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Records the responses of a run in memory, masked as client-ext masks a recording. A line has the
 * form of {@code recordTo} and names the interaction:
 *
 * <pre>{@code
 * {"interaction":{"operation":"queryVideoTask","state":"waiting"},
 *  "at":"2026-11-26T09:00:00Z",
 *  "request":{"method":"GET","url":"https://api.example/v1/video/query?id=sora-2:id-1"},
 *  "response":{"status":200,"headers":{"content-type":"application/json"},"body":{…}}}
 * }</pre>
 */
public final class LiveRecording implements ResponseListener {

  private final List<String> keys;
  private final UnaryOperator<JsonValue> redaction;
  private final InstantSource clock;
  private final List<String> lines = new ArrayList<>();
  private int dropped;

  /**
   * Creates an empty recording.
   *
   * @param token the key of the run; null when no key is sent
   * @param clock dates the lines
   * @throws IllegalArgumentException when the key cannot be a header; the message does not contain
   *     it
   */
  public LiveRecording(@Nullable String token, InstantSource clock) {
    keys = token == null ? List.of() : List.of(token);
    redaction = token == null ? json -> json : new Secret(token).redaction();
    this.clock = clock;
  }

  @Override
  public void onResponse(PactInteraction interaction, String taskId, ReceivedResponse response) {
    JsonValue body;
    try {
      body = json(response);
    } catch (ValueLimitException e) {
      // A replay without the body would break a contract that the response keeps.
      dropped++;
      return;
    }
    JsonValue exchange = JsonValue.parse(masked(taskId, response).line());
    Map<String, JsonValue> line = new LinkedHashMap<>();
    if (RecordedNames.isOperation(interaction.operation())
        && RecordedNames.isState(interaction.state())) {
      Map<String, JsonValue> names = new LinkedHashMap<>();
      names.put("operation", JsonValue.of(interaction.operation()));
      names.put("state", JsonValue.of(interaction.state()));
      if (body != null && isScalar(body)) {
        // It is not recorded; that it is JSON matters to a contract.
        names.put("scalar", JsonValue.TRUE);
      }
      line.put("interaction", JsonValue.of(names));
    }
    line.putAll(exchange.properties());
    lines.add(JsonValue.of(line).json());
  }

  private RecordedExchange masked(String taskId, ReceivedResponse response) {
    List<String> hidden = new ArrayList<>(keys);
    // An id of letters alone may be a status value, which has to stay.
    if (taskId.chars().anyMatch(Character::isDigit)) {
      hidden.add(taskId);
    }
    return new RecordedExchange(
        clock.instant(),
        response.method(),
        response.url(),
        // A query of a task sends no body.
        new Buffer(),
        response.status(),
        response.contentType(),
        response.retryAfter(),
        new Buffer().write(response.body()),
        hidden,
        redaction);
  }

  /** Returns the body; null if it is not JSON. */
  private static @Nullable JsonValue json(ReceivedResponse response) {
    try {
      return JsonValue.parse(new Buffer().write(response.body()), RecordedExchange.MAX_VALUES);
    } catch (JsonDataException e) {
      return null;
    } catch (IOException e) {
      throw new IllegalStateException("expected a buffer in memory", e);
    }
  }

  private static boolean isScalar(JsonValue json) {
    return json.kind() != JsonValue.Kind.OBJECT && json.kind() != JsonValue.Kind.ARRAY;
  }

  /** Returns the lines, in the order of the responses. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Returns the number of responses that could not be recorded. */
  int dropped() {
    return dropped;
  }
}
