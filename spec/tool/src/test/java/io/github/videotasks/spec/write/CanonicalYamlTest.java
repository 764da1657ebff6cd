package io.github.videotasks.spec.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.page.YamlLimits;
import io.github.videotasks.spec.page.YamlReader;
import io.github.videotasks.spec.tree.JsonNodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalYamlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a ",
        " a",
        "no",
        "Yes",
        "ON",
        "null",
        "~",
        "true",
        "1",
        "1:30",
        "0o7",
        "0x1F",
        "1e3",
        "-",
        "- a",
        "? a",
        ": a",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "'a'",
        "\"a\"",
        "{a}",
        "[a]",
        "a, b",
        "a\nb",
        "a\tb",
        "a\u0000b",
        "=",
        "<<",
        "2025-01-01",
        ".inf",
        "---",
        "...",
        "http://a/b?c=d&e=f%2F",
        "\u4e2d\u6587",
        "\ud83d\ude00",
        "a\\b",
        "a\u0085b",
        "\ufeffa",
        "one\ntwo",
        "one\n\n  two\n",
        "one\n\n",
        "\none",
        " one\ntwo",
        "one \ntwo",
        "one\ntwo ",
        "one\n\ttwo",
        "one\r\ntwo",
        "one\n- two: #three\n...\n---\nfour"
      })
  void roundTripsInTwoYamlParsers(String text) throws IOException {
    ObjectNode root =
        JsonNodes.object().put("value", text).put("a" + text, "key").put("openapi", "3.0.3");
    String yaml = new String(CanonicalYaml.write(root), StandardCharsets.UTF_8);
    assertThat(new YAMLMapper().readTree(yaml)).isEqualTo(root);
    assertThat(new YamlReader(YamlLimits.DEFAULT).read(yaml, "f", 1).get(0).root()).isEqualTo(root);
  }

  /** Not every YAML parser supports the escapes for these two characters. */
  @Test
  void writesLineAndParagraphSeparatorsAsLineFeeds() throws IOException {
    ObjectNode root = JsonNodes.object().put("value", "a\u2028b\u2029c");
    assertThat(new YAMLMapper().readTree(CanonicalYaml.write(root)).path("value").asText())
        .isEqualTo("a\nb\nc");
  }

  @Test
  void writesLongKey() throws IOException {
    ObjectNode root = JsonNodes.object();
    root.putObject("k".repeat(2000)).put("a", "b").putArray("c").add(1);
    String yaml = new String(CanonicalYaml.write(root), StandardCharsets.UTF_8);
    assertThat(new YAMLMapper().readTree(yaml)).isEqualTo(root);
    assertThat(new YamlReader(YamlLimits.DEFAULT).read(yaml, "f", 1).get(0).root()).isEqualTo(root);
  }

  @Test
  void writesLongText() {
    ObjectNode root = JsonNodes.object().put("value", "words ".repeat(200_000));
    assertThat(CanonicalYaml.write(root)).hasSizeGreaterThan(1_000_000);
  }
}
