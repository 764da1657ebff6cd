package io.github.videotasks.spec.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
  private final YamlReader yaml = new YamlReader(YamlLimits.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    "1759763631.222531, 1759763631.222531",
    "0.9302178175176704, 0.9302178175176704",
    "1.0, 1.0",
    "1e3, 1e3",
    "-0, -0",
    "9007199254740993, 9007199254740993",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "0x1F, 31",
    "0o17, 15",
    "+5, 5",
    "007, 7",
    ".5, 0.5",
    "true, true",
    "~, null",
    ".inf, '\".inf\"'",
    "1e99999, '\"1e99999\"'",
    "yes, '\"yes\"'",
    "2025-01-01, '\"2025-01-01\"'",
    "!!str 5, '\"5\"'",
  })
  void parsesScalarsAsYaml12(String written, String json) {
    assertThat(JsonNodes.compact(read(written))).isEqualTo(json);
  }

  @Test
  void keepsKeyOrderAndNumericKeysAsText() {
    assertThat(JsonNodes.compact(read("b: 1\na: 2\n200: 3\n")))
        .isEqualTo("{\"b\":1,\"a\":2,\"200\":3}");
  }

  @Test
  void expandsAliasesToCopies() {
    var root = read("a: &x {b: 1}\nc: *x\n");
    assertThat(root.path("c")).isEqualTo(root.path("a")).isNotSameAs(root.path("a"));
  }

  @Test
  void returnsLinesOfKeysAndItems() {
    YamlReader.YamlDocument tree = yaml.read("a:\n  - 1\n  - b: 2\n", "f", 10).get(0);
    assertThat(tree.lines().lineOf(tree.root(), "a")).isEqualTo(10);
    assertThat(tree.lines().lineOf(tree.root().path("a"), 1)).isEqualTo(12);
    assertThat(tree.lines().lineOf(tree.root().path("a").path(1), "b")).isEqualTo(12);
  }

  @Test
  void readsEveryDocumentOfStream() {
    assertThat(yaml.read("a: 1\n---\nb: 2\n", "f", 1))
        .extracting(tree -> JsonNodes.compact(tree.root()))
        .isEqualTo(List.of("{\"a\":1}", "{\"b\":2}"));
  }

  private JsonNode read(String text) {
    return yaml.read(text, "f", 1).get(0).root();
  }
}
