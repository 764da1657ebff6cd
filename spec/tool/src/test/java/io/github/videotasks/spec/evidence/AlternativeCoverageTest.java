package io.github.videotasks.spec.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one alternative of a request declares below the top level must not narrow the others. */
class AlternativeCoverageTest {
  @TempDir Path folder;

  @Test
  void doesNotRequireWhatOneAlternativeRequires() throws IOException {
    JsonNode field = field("{type: object}", "{properties: {a: {type: string}}, required: [a]}");

    assertThat(field.path("properties").has("a")).isTrue();
    assertThat(field.has("required")).isFalse();
  }

  @Test
  void requiresWhatAllAlternativesRequire() throws IOException {
    String alternative = "{properties: {a: {type: string}}, required: [a]}";

    assertThat(field(alternative, alternative).path("required")).hasToString("[\"a\"]");
  }

  @Test
  void readsIntegerOf64BitsThatOneAlternativeLimits() throws IOException {
    JsonNode field = field("{type: integer, minimum: 0, maximum: 9}", "{}");

    assertThat(field.path("format").asText()).isEqualTo("int64");
  }

  @Test
  void readsIntegerOf32BitsThatAllAlternativesLimit() throws IOException {
    JsonNode field = field("{type: integer, minimum: 0, maximum: 9}", "{format: int32}");

    assertThat(field.path("format").asText()).isEqualTo("int32");
  }

  /** Returns the schema of a field of a request that two alternatives declare. */
  private JsonNode field(String first, String second) throws IOException {
    TestPages.in(folder)
        .addPage(
            "a.md",
            """
            openapi: 3.0.1
            info: {title: T, version: 1.0.0}
            paths:
              /v:
                post:
                  operationId: op
                  requestBody:
                    content:
                      application/json:
                        schema: {oneOf: [{properties: {f: %s}}, {properties: {f: %s}}]}
                  responses: {'200': {description: fine}}
            """
                .formatted(first, second));
    JsonNode contract = TestPages.in(folder).contract();
    JsonNode field = contract.at("/components/schemas/OpRequest/properties/f");
    String reference = field.at("/allOf/0/$ref").asText();
    return reference.isEmpty() ? field : contract.at(reference.substring(1));
  }
}
