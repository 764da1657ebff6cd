package io.github.videotasks.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalRefTest {
  private static final String SCHEMAS =
      """
      $defs: {Root: {type: object, properties: {found: {type: string}}}}
      definitions: {Old: {type: object, properties: {found: {type: string}}}}
      components:
        schemas:
          Named:
            $anchor: named
            $id: https://willow.example/named
            type: object
            properties: {found: {type: string}}
            $defs: {In: {$anchor: in, type: object, properties: {found: {type: string}}}}
          a/b c: {$dynamicAnchor: dyn, type: object, properties: {found: {type: string}}}
      """;

  @TempDir Path folder;

  private DerivationResult derive(String schema) throws IOException {
    return TestPages.in(folder)
        .addPage("a.md", TestPages.getDocument("/v1/a", "schema: " + schema + "\n") + SCHEMAS)
        .derive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'#/$defs/Root'",
        "'#/definitions/Old'",
        "'#named'",
        "'https://willow.example/named'",
        "'https://willow.example/named#'",
        "'https://willow.example/named#/$defs/In'",
        "'https://willow.example/named#in'",
        "'#in'",
        "'#/components/schemas/Named/$defs/In'",
        "'#/components/schemas/a~1b c'",
        "'#/components/schemas/a~1b%20c'",
        "'#/components/schemas/a%7E1b%20c'"
      })
  void resolvesReferenceWithinDocument(String ref) throws IOException {
    DerivationResult derived = derive("{$ref: " + ref + "}");
    assertThat(derived.rejections()).isEmpty();
    assertThat(TestPages.contract(derived).at("/components/schemas/OpResponse/properties"))
        .hasToString(
            "{\"found\":{\"type\":\"string\",\"nullable\":true,\"description\":\"Declared"
                + " only.\",\"x-providers\":[\"a\"]}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$defs", "definitions"})
  void resolvesDefinitionsOfSchemaAround(String section) throws IOException {
    DerivationResult derived =
        derive(
            "{type: object, properties: {a: {$ref: '#/%s/Near'}}, %s: {Near: {type: integer}}}"
                .formatted(section, section));
    assertThat(derived.rejections()).isEmpty();
    assertThat(
            TestPages.contract(derived)
                .at("/components/schemas/OpResponse/properties/a/type")
                .asText())
        .isEqualTo("integer");
  }

  @Test
  void readsDynamicRefWithFinding() throws IOException {
    DerivationResult derived = derive("{$dynamicRef: '#dyn'}");
    assertThat(TestPages.contract(derived).findValue("found")).isNotNull();
    assertThat(TestPages.findings(derived, "local-ref"))
        .containsExactly(
            "pages/a.md:17: [local-ref] found the $dynamicRef '#dyn'. Read as a $ref; schemas that"
                + " refer to this one cannot replace its target.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'#missing'", "'https://willow.example/other'", "'other.yaml#in'"})
  void refusesReferenceThatLeavesDocument(String ref) throws IOException {
    assertThat(derive("{$ref: " + ref + "}").rejections())
        .extracting(f -> f.rule())
        .containsExactly("foreign-ref");
  }
}
