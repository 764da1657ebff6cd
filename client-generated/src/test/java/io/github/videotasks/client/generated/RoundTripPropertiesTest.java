package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonArbitraries;
import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Property-based test of the round trip: every text is written back as it was read. The seeds are
 * fixed, so every run tests the same texts.
 */
class RoundTripPropertiesTest {
  private final JsonAdapter<JsonValue> values = ApiClient.moshi().adapter(JsonValue.class);

  @Provide
  Arbitrary<String> anyJson() {
    return JsonArbitraries.values();
  }

  @Provide
  Arbitrary<String> tasks() {
    return JsonArbitraries.tasks();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, seed = "20261122")
  void writesAnyValueAsRead(@ForAll("anyJson") String json) throws IOException {
    String written = values.toJson(values.fromJson(json));

    assertThat(TaskJson.tree(written)).isEqualTo(TaskJson.tree(json));
    assertThat(JsonValue.parse(json).json()).isEqualTo(written);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, seed = "20261123")
  void writesAnyTaskAsRead(@ForAll("tasks") String json) throws IOException {
    VideoTask task = TaskJson.parse(json);

    assertThat(TaskJson.write(task)).isEqualTo(JsonValue.parse(json).json());
    assertThat(TaskJson.tree(TaskJson.write(task))).isEqualTo(TaskJson.tree(json));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "20261124")
  void rebuildsEqualTask(@ForAll("tasks") String json) throws IOException {
    VideoTask task = TaskJson.parse(json);

    assertThat(VideoTask.of(task.toJson())).isEqualTo(task);
    assertThat(task.toBuilder().build()).isEqualTo(task).hasSameHashCodeAs(task);
    assertThat(TaskJson.parse(TaskJson.write(task))).isEqualTo(task);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, seed = "20261125")
  void rejectsTruncatedTask(@ForAll("tasks") String json) {
    String cut = json.substring(0, json.length() - 1);

    assertThatThrownBy(() -> TaskJson.parse(cut))
        .isInstanceOf(JsonEncodingException.class)
        .hasMessageContaining(" at path $");
  }
}
