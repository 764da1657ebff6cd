package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lone surrogates, which JSON can escape and UTF-8 cannot represent, are kept at any depth. */
class LoneSurrogatesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 29, 30, 31, 32, 62, 63, 64, 200})
  void writesLoneSurrogatesUnchangedAtAnyDepth(int depth) throws IOException {
    String json =
        "{\"x\":" + "[".repeat(depth) + "{\"\\ud800\":\"\\udc00\"}" + "]".repeat(depth) + "}";

    assertThat(TaskJson.write(TaskJson.parse(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":\"\\ud800\"}", "{\"\\ud800\":\"x\"}"})
  void keepsLoneSurrogatesInJavaValues(String json) throws IOException {
    Object value = ApiClient.moshi().adapter(VideoTask.class).toJsonValue(TaskJson.parse(json));

    assertThat(value).isEqualTo(ApiClient.moshi().adapter(Map.class).fromJson(json));
    assertThat(JsonValue.parse(json).json()).isEqualTo(json);
  }
}
