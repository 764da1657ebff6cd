package io.github.videotasks.contract.wirecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.contract.testkit.WireCaseFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the generated models with the language-neutral wire cases. */
class WireCasesTest {
  static List<WireCaseFile.AcceptedCase> accepted() throws IOException {
    return WireCaseFile.all().stream()
        .flatMap(file -> Stream.ofNullable(file.accepts()).flatMap(List::stream))
        .toList();
  }

  static List<WireCaseFile.RejectedCase> rejected() throws IOException {
    return WireCaseFile.all().stream()
        .flatMap(file -> Stream.ofNullable(file.rejects()).flatMap(List::stream))
        .toList();
  }

  @Test
  void hasAtLeast120Cases() throws IOException {
    assertThat(accepted().size() + rejected().size()).isGreaterThanOrEqualTo(120);
    assertThat(WireCaseFile.all()).extracting(WireCaseFile::type).containsOnly("VideoTask");
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void roundTripsAcceptedCases(WireCaseFile.AcceptedCase each) throws IOException {
    VideoTask task = TaskCodec.parse(each.json());

    assertThat(TaskCodec.parseBytes(each.json())).isEqualTo(task);
    assertThat(TaskCodec.write(task))
        .isEqualTo(Objects.requireNonNullElse(each.written(), each.json()));
    assertThat(mismatches(task)).isEqualTo(each.mismatches());
    if (each.undeclared() != null) {
      assertThat(additionalProperties(task)).isEqualTo(each.undeclared());
    }
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void returnsTypedValues(WireCaseFile.AcceptedCase each) throws IOException {
    VideoTask task = TaskCodec.parse(each.json());
    Map<String, JsonNode> expected = Objects.requireNonNullElse(each.typed(), Map.of());

    Map<String, JsonNode> typed = new LinkedHashMap<>();
    expected.keySet().forEach(pointer -> typed.put(pointer, TypedAccessors.valueAt(task, pointer)));

    assertThat(typed).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void rejectsInvalidCases(WireCaseFile.RejectedCase each) {
    Class<? extends Exception> type =
        each.kind().equals("shape") ? JsonDataException.class : JsonEncodingException.class;

    assertThatThrownBy(() -> TaskCodec.parse(each.json()))
        .isInstanceOf(type)
        .hasMessageMatching("(?s).* at path " + Pattern.quote(each.at()) + "(, byte \\d+)?");
    assertThatThrownBy(() -> TaskCodec.parseBytes(each.json()))
        .isInstanceOf(type)
        .hasMessageMatching("(?s).* at path " + Pattern.quote(each.at()) + ", byte \\d+");
  }

  /**
   * Returns the found JSON type by path, from messages such as {@code $.x: expected string, found
   * number}.
   */
  private static Map<String, String> mismatches(VideoTask task) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String message : task.mismatches()) {
      String path = message.substring(0, message.indexOf(": expected "));
      found.put(path, message.substring(message.lastIndexOf(", found ") + ", found ".length()));
    }
    return found;
  }

  private static Map<String, String> additionalProperties(VideoTask task) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> property : task.additionalProperties().entrySet()) {
      properties.put(property.getKey(), property.getValue().json());
    }
    return properties;
  }
}
