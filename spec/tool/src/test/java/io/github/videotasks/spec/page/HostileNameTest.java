package io.github.videotasks.spec.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Injection tests: a name that could end a literal or a comment in generated code is refused with
 * its document; a text is escaped instead.
 */
class HostileNameTest {
  private static final String PAGE =
      """
      openapi: 3.0.1
      info:
        title: Test
        version: 1.0.0
      paths:
        %s:
          get:
            parameters:
              - name: %s
                in: query
                schema:
                  type: string
                  enum: [%s]
            responses:
              '200':
                description: fine
                content:
                  %s:
                    schema:
                      type: object
                      properties:
                        %s:
                          type: string
                    example:
                      %s: a
      components:
        securitySchemes:
          %s:
            type: http
            scheme: bearer
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "0, path, 9",
    "1, name, 12",
    "2, enum value, 16",
    "3, media type, 21",
    "4, property, 25",
    "5, property, 28",
    "6, component, 31"
  })
  void rejectsNameWithQuote(int position, String kind, int line) throws IOException {
    assertThat(derive(position, "\"a\\\"; b\"").rejections())
        .extracting(Object::toString)
        .containsExactly(
            "pages/acme.md:%d: [hostile-name] expected a plain %s, found 'a\"; b'. Remove the quotes, backslashes, control characters, '*/' or '..' from the name."
                .formatted(line, kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\\\\\"",
        "\"a\\nb\"",
        "\"a*/b\"",
        "\"a\\0b\"",
        "\"a\\u2028b\"",
        "\"a\\u202Eb\"",
        "\"it's\"",
        "\"a`b\""
      })
  void rejectsHostilePropertyName(String name) throws IOException {
    assertThat(derive(4, name).rejections())
        .extracting(f -> f.rule())
        .containsExactly("hostile-name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/../admin", "/..", "\"/v1/a\\nb\""})
  void rejectsHostilePath(String path) throws IOException {
    assertThat(derive(0, path).rejections())
        .extracting(f -> f.rule())
        .containsExactly("hostile-name");
  }

  @Test
  void rejectsHostilePropertyInReferencedExample() throws IOException {
    DerivationResult derived =
        TestPages.in(folder)
            .addPage(
                "acme.md",
                PAGE.replace(
                        "example:\n                %s: a",
                        "examples: {x: {$ref: '#/components/examples/E'}}")
                    .replace("components:\n", "components:\n  examples: {E: {value: {'x*/': 1}}}\n")
                    .formatted("/a", "b", "c", "application/json", "d", "scheme"))
            .derive();
    assertThat(derived.rejections()).extracting(f -> f.rule()).containsExactly("hostile-name");
  }

  @Test
  void keepsStringWithHostileJson() throws IOException {
    DerivationResult derived =
        TestPages.in(folder)
            .addPage(
                "acme.md",
                PAGE.replace("example:\n                %s: a", "example: '{\"x*/\": 1}'")
                    .formatted("/a", "b", "c", "application/json", "d", "scheme"))
            .derive();
    assertThat(TestPages.contract(derived).toString()).doesNotContain("x*/");
  }

  @Test
  void renamesInvalidSecurityScheme() throws IOException {
    DerivationResult derived = derive(6, "\u5bc6\u94a5");
    assertThat(derived.rejections()).isEmpty();
    assertThat(TestPages.contract(derived).at("/components/securitySchemes").has("bearer"))
        .isTrue();
  }

  @Test
  void escapesHostileText() throws IOException {
    String text = "\"; } */ <script>alert(1)</script> | `x` \\u0022 ${a} {{b}}";
    DerivationResult derived =
        TestPages.in(folder)
            .addGetPage(
                "acme.md",
                "/v1/tasks",
                "schema:\n"
                    + "  type: object\n"
                    + "  properties:\n"
                    + "    a:\n"
                    + "      type: string\n"
                    + "      description: '"
                    + text
                    + "'\n")
            .derive();
    assertThat(derived.rejections()).isEmpty();
    assertThat(
            TestPages.contract(derived)
                .at("/components/schemas/OpResponse/properties/a/description")
                .asText())
        .isEqualTo(text);
  }

  private DerivationResult derive(int position, String name) throws IOException {
    Object[] names = {"/v1/tasks", "id", "a", "application/json", "id", "id", "bearer"};
    names[position] = name;
    return TestPages.in(folder).addPage("acme.md", PAGE.formatted(names)).derive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"#/externalDocs/Evil", "#/components/examples/Evil", "#/components/links/Evil"})
  void rejectsReferenceOutsideSchemas(String ref) throws IOException {
    String evil = "Evil: {value: 1, properties: {'*/ evil': {type: string}}}";
    DerivationResult derived =
        TestPages.in(folder)
            .addPage(
                "acme.md",
                TestPages.getDocument("/v1/a", "schema: {$ref: '" + ref + "'}\n")
                    + "externalDocs: {"
                    + evil
                    + "}\n"
                    + "components: {examples: {"
                    + evil
                    + "}, links: {"
                    + evil
                    + "}}\n")
            .derive();
    assertThat(derived.rejections())
        .extracting(Object::toString)
        .containsExactly(
            "pages/acme.md:17: [foreign-ref] expected a $ref to a schema, found '%s', which is another kind of object. Copy the referenced object into the document's components."
                .formatted(ref));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$defs", "definitions"})
  void rejectsHostileNameInOtherSchemaSections(String where) throws IOException {
    DerivationResult derived =
        TestPages.in(folder)
            .addPage(
                "acme.md",
                TestPages.getDocument("/v1/a", "schema: {$ref: '#/" + where + "/Evil'}\n")
                    + where
                    + ": {Evil: {properties: {'*/ evil': {type: string}}}}\n")
            .derive();
    assertThat(derived.rejections()).extracting(f -> f.rule()).containsExactly("hostile-name");
  }

  @Test
  void rejectsTooLongName() throws IOException {
    assertThat(derive(4, "a".repeat(201)).rejections())
        .extracting(Object::toString)
        .containsExactly(
            "pages/acme.md:25: [hostile-name] expected a property of at most 200 characters, found"
                + " 201. Shorten the name.");
  }
}
