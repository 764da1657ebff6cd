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
                + " (nothing) -> string",
            "none: examples/a/1.json: example changed, rest[0].n: 1 -> (nothing)");
  }

  @Test
  void reportsRemovedExampleAndOtherFiles() {
    Map<String, String> old = new TreeMap<>(OLD);
    old.put("examples/a/2.json", "{\"id\": \"y\"}");
    old.put("schema.json", "a");
    Map<String, String> now = new TreeMap<>(OLD);
    now.putAll(Map.of("evidence.tsv", "b", "schema.json", "b", "new.txt", ""));
    assertThat(diff(old, now))
        .containsExactly(
            "none: evidence.tsv, schema.json: changed",
            "none: examples/a/2.json: example removed",
            "none: new.txt: added");
  }

  @Test
  void reportsSideWithoutExamplesInOneLine() {
    assertThat(diff(Map.of("evidence.tsv", "a"), OLD))
        .containsExactly("none: examples: not compared, only the new side has any: (nothing) -> 1");
    assertThat(diff(OLD, Map.of("evidence.tsv", "a")))
        .containsExactly("none: examples: not compared, only the old side has any: 1 -> (nothing)");
  }

  @Test
  void reportsInsertedExampleAsAdded() {
    Map<String, String> old =
        Map.of("examples/a/1.json", "{\"id\": \"x\"}", "examples/a/2.json", "{\"id\": \"y\"}");
    Map<String, String> now = new TreeMap<>(old);
    now.put("examples/a/2.json", "{\"id\": \"new\"}");
    now.put("examples/a/3.json", "{\"id\": \"y\"}");
    assertThat(diff(old, now)).containsExactly("none: examples/a/2.json: example added");
    assertThat(diff(now, old)).containsExactly("none: examples/a/2.json: example removed");
  }

  /** The second example is inserted, and the last one was edited. */
  @Test
  void matchesEditedExampleByContentAndKey() {
    String[] old = {"{\"a\": 1, \"b\": 2, \"c\": 3}", "{\"a\": 4, \"b\": 5, \"c\": 6}"};
    String[] now = {old[0], "{\"a\": 7, \"b\": 8, \"c\": 9}", "{\"a\": 4, \"b\": 5, \"c\": 0}"};
    assertThat(diff(indexed(old, "p", "q"), indexed(now, "p", "new", "q")))
        .containsExactly(
            "none: examples/a/2.json: example added",
            "none: examples/a/3.json: example changed, c: 6 -> 0",
            "none: examples/index.json: changed");
    assertThat(diff(indexed(old, "1", "2"), indexed(now, "1", "2", "3")))
        .contains("none: examples/a/3.json: example changed, c: 6 -> 0");
  }

  @Test
  void reportsNoChangeOfReorderedExample() {
    assertThat(diff("examples/a/1.json", "{\"rest\": [{\"n\": 1}], \"id\": \"x\"}")).isEmpty();
  }

  @Test
  void reportsChangedValues() {
    assertThat(diff("examples/a/1.json", "{\"rest\": [{\"n\": 2}]}"))
        .containsExactly(
            "none: examples/a/1.json: example changed, id: \"x\" -> (nothing)",
            "none: examples/a/1.json: example changed, rest[0].n: 1 -> 2");
    String old = "{\"a\": [1, 2, 3, 4, 5, 6], \"b\": [1, 2, 3, 4, 5, 6]}";
    assertThat(
            diff(
                Map.of("examples/a/1.json", old),
                Map.of(
                    "examples/a/1.json",
                    old.replace("\"a\": [1, 2, 3, 4, 5, 6]", "\"a\": [6, 5, 4, 3, 2, 1]"))))
        .containsExactly("none: examples/a/1.json: example changed, 6 values");
  }

  @Test
  void guessesRenamedProperty() {
    assertThat(diff("examples/a/1.json", "{\"id\": \"x\", \"rest\": [{\"m\": 1}]}"))
        .contains(
            "attention: a rest[].n: probably renamed: n -> m. n is gone, m with the same values is"
                + " new");
  }

  @Test
  void guessesRenamedFieldOfContract() {
    Map<String, String> old = new TreeMap<>(OLD);
    old.put("openapi.yaml", ContractFixtures.withProperties("id: {type: string}, rest: {}"));
    Map<String, String> now = new TreeMap<>(OLD);
    now.put("openapi.yaml", ContractFixtures.withProperties("id: {type: string}, others: {}"));
    now.put("examples/a/1.json", "{\"id\": \"x\", \"others\": [{\"n\": 1}]}");
    assertThat(diff(old, now))
        .startsWith(
            "breaking: GET /a 200 application/json.rest: optional field removed: any -> (nothing)."
                + " rest is gone, others with the same values is new",
            "compatible: GET /a 200 application/json.others: optional field added: (nothing) ->"
                + " any")
        .noneMatch(line -> line.contains("probably renamed"));
  }

  @Test
  void guessesNoRenameOfOtherValueOrOfPropertyThatIsStillShown() {
    assertThat(diff("examples/a/1.json", "{\"id\": \"x\", \"rest\": [{\"m\": 2}]}"))
        .noneMatch(line -> line.contains("renamed"));
    assertThat(diff("examples/a/1.json", "{\"id\": \"x\", \"key\": \"x\", \"rest\": [{\"n\": 1}]}"))
        .noneMatch(line -> line.contains("renamed"));
    Map<String, String> two = new TreeMap<>(OLD);
    two.put("examples/a/2.json", "{\"id\": \"x\", \"other\": 7}");
    Map<String, String> now = new TreeMap<>(two);
    now.put("examples/a/1.json", "{\"key\": \"x\", \"rest\": [{\"n\": 1}]}");
    assertThat(diff(two, now)).noneMatch(line -> line.contains("renamed"));
  }

  /** Both properties that are gone had the value of the new one. */
  @Test
  void guessesNoRenameWhenAmbiguous() {
    assertThat(
            diff(
                Map.of("examples/a/1.json", "{\"a\": 1, \"b\": 1, \"c\": 3, \"d\": 4}"),
                Map.of("examples/a/1.json", "{\"e\": 1, \"c\": 3, \"d\": 4}")))
        .noneMatch(line -> line.contains("renamed"));
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
    return diff(OLD, now);
  }

  private static List<String> diff(Map<String, String> before, Map<String, String> after) {
    return DerivedFilesDiff.between(bytes(before), bytes(after)).stream()
        .map(Change::toString)
        .toList();
  }

  /** Examples with an index that has their names. */
  private static Map<String, String> indexed(String[] examples, String... names) {
    Map<String, String> files = new TreeMap<>();
    StringBuilder index = new StringBuilder();
    for (int i = 0; i < examples.length; i++) {
      files.put("examples/a/" + (i + 1) + ".json", examples[i]);
      index.append("{\"file\": \"a/%d.json\", \"name\": \"%s\"},".formatted(i + 1, names[i]));
    }
    index.setLength(index.length() - 1);
    files.put(
        "examples/index.json",
        "{\"providers\": [{\"operations\": [{\"examples\": [" + index + "]}]}]}");
    return files;
  }

  private static Map<String, byte[]> bytes(Map<String, String> files) {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
    return bytes;
  }
}
