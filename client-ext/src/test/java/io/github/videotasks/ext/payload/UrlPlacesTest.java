package io.github.videotasks.ext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.UrlPlace.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of URLs, its reader and the guesses; the wire cases cover single responses. */
class UrlPlacesTest {

  private static final String URL = "https://files.example/7f3a?sig=%2F";

  private static TaskState state(String json) {
    return TaskState.of(new TaskId("a"), JsonValue.parse(json.replace('\'', '"')));
  }

  private static TaskState succeeded(Map<String, JsonValue> properties) {
    Map<String, JsonValue> task = new LinkedHashMap<>(Map.of("status", JsonValue.of("completed")));
    task.putAll(properties);
    return TaskState.of(new TaskId("a"), JsonValue.of(task));
  }

  static Stream<UrlPlace> rows() {
    return UrlPlaces.ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void readsEveryRow(UrlPlace row) {
    JsonValue value = JsonValue.of(URL);
    for (int step = row.steps().size() - 1; step >= 0; step--) {
      String name = row.steps().get(step);
      value =
          name.equals("[]")
              ? JsonValue.of(List.of(value))
              : JsonValue.of(Map.of(name.replace("*", "other"), value));
    }
    Map<String, JsonValue> task = new LinkedHashMap<>(value.properties());
    if (row.scope() == Scope.IMAGE_TASK) {
      task.put("object", JsonValue.of("image"));
    }

    String path = row.path().replace("[]", "[0]").replace("*", "other");
    assertThat(succeeded(task).assets()).containsExactly(new Asset(row.kind(), path, URL, false));
  }

  @Test
  void rowsAreUniqueAndNameTheirSource() {
    assertThat(UrlPlaces.ROWS).extracting(UrlPlace::path).doesNotHaveDuplicates();
    assertThat(UrlPlaces.ROWS).extracting(UrlPlace::seenAt).doesNotContain("");
  }

  @ParameterizedTest
  @CsvSource({"0, false", "5, false", "6, true"})
  void readsWrappersToDepthFive(int depth, boolean guessed) {
    String json = "{'result':".repeat(depth) + "{'video_url':'https://a/b'}" + "}".repeat(depth);
    TaskState state = succeeded(JsonValue.parse(json.replace('\'', '"')).properties());
    assertThat(state.result())
        .isEqualTo(
            new Asset(
                Asset.Kind.VIDEO, "result.".repeat(depth) + "video_url", "https://a/b", guessed));
  }

  @Test
  void readsLongListsInOrder() {
    List<JsonValue> urls =
        IntStream.range(0, 20_000).mapToObj(i -> JsonValue.of("https://a/" + i)).toList();
    TaskState state = succeeded(Map.of("videos", JsonValue.of(urls)));
    assertThat(state.assets()).hasSize(20_000);
    assertThat(state.assets().get(19_999).jsonPath()).isEqualTo("videos[19999]");
  }

  @Test
  void limitsNumberOfWrappers() {
    List<JsonValue> wrappers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      wrappers.add(JsonValue.of(Map.of("result_url", JsonValue.of("https://a/" + i))));
    }
    TaskState state = succeeded(Map.of("results", JsonValue.of(wrappers)));
    assertThat(state.assets()).hasSize(99);
  }

  @Test
  void doesNotParseLongTexts() {
    String padding = " ".repeat(JsonText.MAX_LENGTH);
    String json = "{\"video_url\":\"https://a/b\"}";
    assertThat(succeeded(Map.of("result", JsonValue.of(json))).result()).isNotNull();
    assertThat(succeeded(Map.of("result", JsonValue.of(json + padding))).result()).isNull();
  }

  @Test
  void guessesWithinLimits() {
    JsonValue clip = JsonValue.of("https://a/b.mp4");
    List<JsonValue> many = new ArrayList<>(Collections.nCopies(25_000, JsonValue.TRUE));
    Map<String, JsonValue> last = new LinkedHashMap<>();
    last.put("many", JsonValue.of(many));
    last.put("clip", clip);
    assertThat(succeeded(last).result()).isNull();
    JsonValue deep = clip;
    for (int i = 0; i < 40; i++) {
      deep = JsonValue.of(List.of(deep));
    }
    assertThat(succeeded(Map.of("clips", deep)).result()).isNull();
  }

  @Test
  void guessesUrlWithManySegments() {
    String url = "https://a" + "/v1".repeat(50_000) + "/clip.mp4";
    assertThat(succeeded(Map.of("clip", JsonValue.of(url))).result())
        .isEqualTo(new Asset(Asset.Kind.VIDEO, "clip", url, true));
  }

  @Test
  void marksGuesses() {
    Asset guessed = succeeded(Map.of("clip", JsonValue.of("https://a/b.mp4?sig=c"))).result();
    assertThat(guessed).hasToString("VIDEO at clip (a, guessed)");
    assertThat(new Asset(Asset.Kind.VIDEO, "url", URL)).hasToString("VIDEO at url (files.example)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"processing", "queued", "failed", "cancelled", "mystery"})
  void guessesOnlyAfterSuccess(String status) {
    assertThat(state("{'status':'" + status + "','clip':'https://a/b.mp4'}").assets()).isEmpty();
  }

  @Test
  void guessDoesNotMakeSuccess() {
    TaskState state = state("{'status':'video_generation_completed','clip':'https://a/b.mp4'}");
    assertThat(state.stage()).isEqualTo(Stage.RUNNING);
    assertThat(state.assets()).isEmpty();
  }

  @Test
  void imageDoesNotMakeSuccess() {
    TaskState state = state("{'status':'video_generation_completed','url':'https://a/b.png'}");
    assertThat(state.stage()).isEqualTo(Stage.RUNNING);
  }
}
