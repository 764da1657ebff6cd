package io.github.videotasks.spec.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DerivedFilesDiffTest {
  private static final Map<String, String> OLD =
      Map.of("examples/a/1.json", "{\"id\": \"x\", \"rest\": [{\"n\": 1}]}", "evidence.tsv", "a");

  @Test
  void reportsNewPropertiesOfNewExample() {
    assertThat(diff("examples/a/2.json", "{\"id\": \"y\", \"rest\": [{\"m\": true}]}"))
        .containsExactly(
            "compatible: examples/a/2.json: example added, shows a new property, rest[].m:"
                + " (nothing) -> boolean");
  }

  @Test
  void reportsNewTypeOfProperty() {
    assertThat(diff("examples/a/2.json", "{\"id\": null, \"rest\": [{\"n\": 1.5}]}"))
        .containsExactly(
            "compatible: examples/a/2.json: example added, shows another type, id:"
                + " string -> null",
            "compatible: examples/a/2.json: example added, shows another type, rest[].n:"
                + " integer -> number");
  }

  @Test
  void reportsRedundantExampleAsPatch() {
    assertThat(diff("examples/a/2.json", "{\"id\": \"y\"}"))
        .containsExactly("none: examples/a/2.json: example added");
  }

  @Test
  void comparesEditedExampleWithAllPreviousExamples() {
    assertThat(diff("examples/a/1.json", "{\"id\": \"x\", \"more\": {\"k\": \"v\"}}"))
        .containsExactly(
            "compatible: examples/a/1.json: example changed, shows a new property, more:"
                + " (nothing) -> object",
            "compatible: examples/a/1.json: example changed, shows a new property, more.k:"
                + " (nothing) -> string");
  }

  @Test
  void reportsRemovedExampleAndOtherFile() {
    assertThat(DerivedFilesDiff.between(bytes(OLD), bytes(Map.of("evidence.tsv", "b"))))
        .extracting(Change::toString)
        .containsExactly("none: evidence.tsv: changed", "none: examples/a/1.json: example removed");
  }

  @Test
  void escapesLineBreakInPropertyName() {
    assertThat(diff("examples/a/2.json", "{\"a\\nbreaking: b\": 1}"))
        .containsExactly(
            "compatible: examples/a/2.json: example added, shows a new property, a\\u000Abreaking:"
                + " b: (nothing) -> integer");
  }

  private static List<String> diff(String file, String content) {
    Map<String, String> now = new TreeMap<>(OLD);
    now.put(file, content);
    return DerivedFilesDiff.between(bytes(OLD), bytes(now)).stream().map(Change::toString).toList();
  }

  private static Map<String, byte[]> bytes(Map<String, String> files) {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
    return bytes;
  }
}
