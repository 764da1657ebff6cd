package io.github.videotasks.ext.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of masking cases, which spec-tool passes as well. */
class ExchangeMaskTest {

  private static final Path TABLE = Path.of("../spec/tool/src/test/resources/masking/cases.json");

  static Stream<JsonValue> cases() throws IOException {
    return JsonValue.parse(Files.readString(TABLE)).elements().stream();
  }

  private static JsonValue get(JsonValue row, String name) {
    return Objects.requireNonNull(row.get(name), name);
  }

  private static JsonValue record(JsonValue row, String url, String body) {
    List<String> keys = get(row, "keys").elements().stream().map(JsonValue::asString).toList();
    JsonValue requestBody = row.get("requestBody");
    RecordedExchange exchange =
        new RecordedExchange(
            Instant.EPOCH,
            "GET",
            String.valueOf(get(row, url).asString()),
            new Buffer().writeUtf8(requestBody == null ? "" : requestBody.json()),
            200,
            "application/json",
            null,
            new Buffer().writeUtf8(get(row, body).json()),
            keys,
            json -> json);
    return JsonValue.parse(exchange.line());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void masksUrlAndBody(JsonValue row) {
    JsonValue line = record(row, "url", "body");

    assertThat(get(get(line, "request"), "url")).isEqualTo(get(row, "maskedUrl"));
    assertThat(get(get(line, "response"), "body").json()).isEqualTo(get(row, "maskedBody").json());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leavesMaskedExchangeAsItIs(JsonValue row) {
    JsonValue line = record(row, "maskedUrl", "maskedBody");

    assertThat(get(get(line, "request"), "url")).isEqualTo(get(row, "maskedUrl"));
    assertThat(get(get(line, "response"), "body")).isEqualTo(get(row, "maskedBody"));
  }
}
