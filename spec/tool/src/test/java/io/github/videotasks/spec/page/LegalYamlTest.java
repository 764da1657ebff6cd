package io.github.videotasks.spec.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Legal YAML 1.2 that parsers often refuse or misread. */
class LegalYamlTest {
  private static YamlReader.YamlDocument read(String yaml) {
    List<YamlReader.YamlDocument> documents =
        new YamlReader(YamlLimits.DEFAULT).read(yaml, "a.yaml", 1);
    return documents.get(documents.size() - 1);
  }

  static List<Arguments> forms() {
    return List.of(
        Arguments.of("a:\n  b: |+\n        \n  c: 1\n", "{'a':{'b':'\\n','c':1}}"),
        Arguments.of("a:\n  b: |\n        \n  c: 1\n", "{'a':{'b':'','c':1}}"),
        Arguments.of("a:\n  b: >-\n        \n     \n  c: 1\n", "{'a':{'b':'','c':1}}"),
        Arguments.of("a:\r\n  b: |+\r\n      \r\n  c: 1\r\n", "{'a':{'b':'\\n','c':1}}"),
        Arguments.of("a: |2\n    x\n  y\n", "{'a':'  x\\ny\\n'}"),
        Arguments.of("a: |+2\n  x\n\nb: 1\n", "{'a':'x\\n\\n','b':1}"),
        Arguments.of("a:\n  b: 1\n  \t\n  c: 2\n", "{'a':{'b':1,'c':2}}"),
        Arguments.of("? a\n: 1\n? b\n", "{'a':1,'b':null}"),
        Arguments.of("a: &x k\n*x : 1\n", "{'a':'k','k':1}"),
        Arguments.of("&x a: 1\nb: *x\n", "{'a':1,'b':'a'}"),
        Arguments.of("a: &x 1\nb: *x\nc: &x 2\nd: *x\n", "{'a':1,'b':1,'c':2,'d':2}"),
        Arguments.of("%YAML 1.2\n---\na: yes\n...\n", "{'a':'yes'}"),
        Arguments.of("a: 1\n---\n\uFEFFb: 1\n", "{'b':1}"),
        Arguments.of("a: 1\n...\n\uFEFF---\nb: 1\n", "{'b':1}"),
        Arguments.of("a: x\u0085y\r\nb: 1\r\n", "{'a':'x\u0085y','b':1}"),
        Arguments.of("a: \"\\L\\P\\L\"\n", "{'a':'\u2028\u2029\u2028'}"),
        Arguments.of("? " + "k".repeat(1100) + "\n: 1\n", "{'" + "k".repeat(1100) + "':1}"),
        Arguments.of("1: a\ntrue: b\n", "{'1':'a','true':'b'}"),
        Arguments.of(": 1\nb: 2\n", "{'':1,'b':2}"),
        Arguments.of("a:\n  : {: 1, b: 2}\n", "{'a':{'':{'':1,'b':2}}}"),
        Arguments.of("{a: 1, 'b\n  c': 2, d: 3}\n", "{'a':1,'b c':2,'d':3}"),
        Arguments.of("a: &x.y 1\nb: *x.y\nc: [*x.y]\n", "{'a':1,'b':1,'c':[1]}"),
        Arguments.of("a: &x/y*z&.\n  b: 1\nc: *x/y*z&.\n", "{'a':{'b':1},'c':{'b':1}}"),
        Arguments.of("a: &.x k\n*.x : 'see *.x'\n", "{'a':'k','k':'see *.x'}"),
        Arguments.of("a: &.x 1\nb: |\n  -  *.x &a.b\n", "{'a':1,'b':'-  *.x &a.b\\n'}"));
  }

  static List<String> longKeys() {
    return List.of(
        "%s: 1\nb: 2\n",
        "'%s': 1\nb: 2\n",
        "\"%s\" : 1\nb: 2\n",
        "{\"%s\":1, \"b\": 2}\n",
        "{%s: 1, b: 2}\n",
        "{'b': 2, '%s': 1}\n");
  }

  /** JSON sets no limit to a key. */
  @ParameterizedTest
  @MethodSource("longKeys")
  void readsKeyOfMoreThan1024Characters(String yaml) {
    String key = "it's ".repeat(300) + "!";
    String written =
        yaml.contains("'%s'")
            ? key.replace("'", "''")
            : yaml.contains("\"%s\"") ? key.replace("'", "\\\"") : key;
    JsonNode root = read(yaml.formatted(written)).root();

    String expected = yaml.contains("\"%s\"") ? key.replace('\'', '"') : key;
    assertThat(root.path(expected).asInt()).isEqualTo(1);
    assertThat(root.path("b").asInt()).isEqualTo(2);
  }

  @Test
  void readsManyOddKeysAndAnchors() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      yaml.append("a").append(i).append(":\n  : &x.").append(i).append(" 1\n");
      yaml.append("b").append(i).append(": *x.").append(i).append("\n");
    }
    assertThat(read(yaml.toString()).root()).hasSize(400);
  }

  @Test
  void doesNotReadBrokenYamlAsOddKey() {
    String key = "k".repeat(1100);
    for (String yaml : List.of("a: b: 1\n", "a: " + key + ": 1\n", "{a: b: 1}\n", "a: 1 }: 2\n")) {
      assertThatThrownBy(() -> read(yaml)).isInstanceOf(RejectedInputException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void readsLegalForm(String yaml, String json) {
    YamlReader.YamlDocument document = read(yaml);
    assertThat(document.root()).hasToString(json.replace('\'', '"'));
    assertThat(document.findings()).isEmpty();
  }

  static List<Arguments> formsWithLoss() {
    return List.of(
        Arguments.of(
            "b: 1\n? [a, b]\n: 1\nc: 2\n",
            "{'b':1,'c':2}",
            "a.yaml:2: [unread-yaml] expected a string as the key, found an object or array. Left"
                + " the value out."),
        Arguments.of(
            "b: &x {p: 1}\n? *x\n: {q: 2}\nc: 2\n",
            "{'b':{'p':1},'c':2}",
            "a.yaml:2: [unread-yaml] expected a string as the key, found an object or array. Left"
                + " the value out."),
        Arguments.of(
            "a: &x {b: *x, c: 1}\n",
            "{'a':{'b':null,'c':1}}",
            "a.yaml:1: [unread-yaml] expected a value that ends, found *x inside itself. Left the"
                + " value out."),
        Arguments.of(
            "a: !vendor 1\n",
            "{'a':'1'}",
            "a.yaml:1: [odd-tag] expected plain data, found the YAML tag !vendor. Read the value"
                + " without the tag."),
        Arguments.of(
            "a: !!timestamp 2020-01-01\n",
            "{'a':'2020-01-01'}",
            "a.yaml:1: [odd-tag] expected plain data, found the YAML tag"
                + " tag:yaml.org,2002:timestamp. Read the value without the tag."));
  }

  @ParameterizedTest
  @MethodSource("formsWithLoss")
  void losesOnlyValueThatJsonDoesNotHave(String yaml, String json, String finding) {
    YamlReader.YamlDocument document = read(yaml);
    assertThat(document.root()).hasToString(json.replace('\'', '"'));
    assertThat(document.findings()).extracting(Finding::toString).containsExactly(finding);
  }

  @Test
  void keepsLinesAfterKeyOfSeveralLines() {
    YamlReader.YamlDocument document = read("{: 1, 'b\n\nc': 2,\n d: 3}\n");
    assertThat(document.lines().lineOf(document.root(), "d")).isEqualTo(4);
  }

  @Test
  void keepsLinesOfPage() {
    YamlReader.YamlDocument document = read("a:\n  b: |+\n        \n\n  c: \"\\L\"\n  d: 1\n");
    assertThat(document.lines().lineOf(document.root().path("a"), "d")).isEqualTo(6);
  }

  @Test
  void endsMessageWithOneFullStop() {
    assertThatThrownBy(() -> read("a: " + "{".repeat(3) + "x\n"))
        .isInstanceOfSatisfying(
            RejectedInputException.class,
            e -> assertThat(e.finding().toString()).doesNotContain("  ").doesNotContain("...."));
    assertThat(
            new Finding("r", Severity.ERROR, new SourceLocation("a", 1), "found x...", "Left out"))
        .hasToString("a:1: [r] found x... Left out.");
  }
}
