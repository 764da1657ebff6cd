package io.github.videotasks.spec.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the id pattern with a backtracking regex engine and with RE2. */
class IdPatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
        "veo3.1-fast:1760545785-euexscdeL8",
        "grok:eee6faa8-9dee-455c-aa82-02ac623adf3a",
        "cgt-20250613155643-5bxqn",
        "..a",
        "a..",
        "...:",
        "a b?c#d%2F&e=1",
        "\u89C6\u9891"
      })
  void matchesValidIds(String id) throws IOException {
    assertThat(matchResults(id)).containsOnly(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "../../admin",
        "a/b",
        "/",
        "a\\b",
        "\\",
        "a\u0000",
        "\u001F",
        "a\u007Fb",
        "a\tb",
        "a\nb",
        "\na",
        "\r"
      })
  void rejectsInvalidIds(String id) throws IOException {
    assertThat(matchResults(id)).containsOnly(false);
  }

  /**
   * Go and Rust do not support lookaround groups and Unicode escapes; Ruby does not load control
   * characters beyond ASCII.
   */
  @Test
  void usesOnlyPortableRegexSyntax() throws IOException {
    for (JsonNode schema : idSchemas()) {
      assertThat(schema.path("pattern").textValue())
          .doesNotContain("(?", "\\u", "\\p", "\\d", "\\w", "\\x8")
          .matches("\\p{ASCII}+");
    }
  }

  private static List<Boolean> matchResults(String id) throws IOException {
    List<Boolean> results = new ArrayList<>();
    for (JsonNode schema : idSchemas()) {
      String pattern = schema.path("pattern").textValue();
      boolean longEnough = id.length() >= schema.path("minLength").intValue();
      results.add(longEnough && Pattern.compile(pattern).matcher(id).matches());
      results.add(longEnough && com.google.re2j.Pattern.matches(pattern, id));
    }
    return results;
  }

  private static List<JsonNode> idSchemas() throws IOException {
    JsonNode contract = new YAMLMapper().readTree(Path.of("../canonical/openapi.yaml").toFile());
    List<JsonNode> ids = new ArrayList<>();
    for (JsonNode item : contract.path("paths")) {
      for (JsonNode parameter : item.path("get").path("parameters")) {
        if (parameter.path("name").asText().equals("id")) {
          ids.add(parameter.path("schema"));
        }
      }
    }
    assertThat(ids).hasSize(2);
    return ids;
  }
}
