package io.github.videotasks.spec.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * Injection tests: a name that could end a literal or a comment in generated code does not reach
 * the contract, and costs only what has it; a text is escaped instead.
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
    "1, parameter with a plain name, 12",
    "3, plain media type, 21",
    "4, plain property, 25",
    "5, plain property, 28"
  })
  void removesOnlyWhatHasNameWithQuote(int position, String expected, int line) throws IOException {
    DerivationResult derived = derive(position, "\"a\\\"; b\"");
    assertThat(derived.rejections()).isEmpty();
    assertThat(TestPages.findings(derived, "hostile-name"))
        .containsExactly(
            "pages/acme.md:%d: [hostile-name] expected a %s, found 'a\"; b'. Left out, because generators could write it as code."
                .formatted(line, expected));
    ObjectNode contract = (ObjectNode) TestPages.contract(derived);
    // Examples are data: their keys stay, and no generator makes a name of them.
    ((ObjectNode) contract.path("components")).remove("examples");
    assertThat(contract.toString()).doesNotContain("; b");
  }

  @Test
  void refusesOnlyPathWithQuote() throws IOException {
    assertThat(derive(0, "\"a\\\"; b\"").rejections())
        .extracting(Object::toString)
        .containsExactly(
            "pages/acme.md:9: [hostile-name] expected a plain path, found 'a\"; b'. Remove the"
                + " quotes, backslashes, control characters, '*/' or '..' from the path.");
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
  void removesHostilePropertyName(String name) throws IOException {
    DerivationResult derived = derive(4, name);
    assertThat(derived.rejections()).isEmpty();
    assertThat(TestPages.findings(derived, "hostile-name")).hasSize(1);
    assertThat(TestPages.contract(derived).findValue("properties").fieldNames())
        .toIterable()
        .containsExactly("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$type", "@id", "x.y", "a/b", "a b", "a:b", "-", "\u540D"})
  void keepsOddPropertyName(String name) throws IOException {
    DerivationResult derived = derive(4, "\"" + name + "\"");
    assertThat(TestPages.findings(derived, "hostile-name")).isEmpty();
    assertThat(TestPages.contract(derived).findValue("properties").has(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Children's Reader", "a b", "a/b", "50%", "\u540D"})
  void keepsEnumValueThatGeneratorsEscape(String value) throws IOException {
    DerivationResult derived = derive(2, "\"" + value + "\"");
    assertThat(derived.rejections()).isEmpty();
    assertThat(parameterSchema(derived).path("enum"))
        .extracting(JsonNode::asText)
        .containsExactly(value);
  }

  /** Values that stock generators write as invalid or injected code, or change. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Say \\\"hi\\\"",
        "a\\\\b",
        "a*/b",
        "a\\nb",
        "a\\u0001b",
        "a\\u2028b",
        "a\\u202eb",
        "a`b",
        "${x}",
        "$x",
        "#{x}",
        "'''",
        "*"
      })
  void opensEnumWithUnsafeValue(String value) throws IOException {
    DerivationResult derived = derive(2, "plain, \"" + value + "\"");
    assertThat(derived.rejections()).isEmpty();
    assertThat(parameterSchema(derived).has("enum")).isFalse();
    assertThat(parameterSchema(derived).path("x-extensible-enum")).hasSize(2);
    assertThat(TestPages.findings(derived, "odd-limit").get(0))
        .startsWith("pages/acme.md:16: [odd-limit] expected enum values that generators can write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's", "a\\\\b", "${x}", "$x", "#{x}", "a*/b"})
  void removesDefaultThatGeneratorsDoNotEscape(String value) throws IOException {
    DerivationResult derived = derive(2, "a]\n            default: \"" + value + "\" #");
    assertThat(derived.rejections()).isEmpty();
    assertThat(parameterSchema(derived).has("default")).isFalse();
    assertThat(TestPages.findings(derived, "odd-limit")).hasSize(1);
  }

  @Test
  void opensEnumWithVeryLongValue() throws IOException {
    DerivationResult derived = derive(2, "a".repeat(3_000));
    assertThat(parameterSchema(derived).path("x-extensible-enum").get(0).asText()).hasSize(3_000);
  }

  private static JsonNode parameterSchema(DerivationResult derived) throws IOException {
    return TestPages.contract(derived).at("/paths/~1v1~1tasks/get/parameters/0/schema");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/../admin", "/..", "\"/v1/a\\nb\""})
  void rejectsHostilePath(String path) throws IOException {
    assertThat(derive(0, path).rejections())
        .extracting(f -> f.rule())
        .containsExactly("hostile-name");
  }

  @Test
  void ignoresHostilePropertyOfReferencedExample() throws IOException {
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
    assertThat(TestPages.findings(derived, "hostile-name")).hasSize(1);
    assertThat(TestPages.contract(derived).at("/components/schemas").toString())
        .doesNotContain("x*/");
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
            "pages/acme.md:17#/paths/~1v1~1a/get/responses/200/content/application~1json/schema/$ref: [foreign-ref] expected a $ref to a schema, found '%s', which is another kind of object. Copy the referenced object into the document's components."
                .formatted(ref));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$defs", "definitions"})
  void removesHostileNameInOtherSchemaSections(String where) throws IOException {
    DerivationResult derived =
        TestPages.in(folder)
            .addPage(
                "acme.md",
                TestPages.getDocument("/v1/a", "schema: {$ref: '#/" + where + "/Evil'}\n")
                    + where
                    + ": {Evil: {properties: {'*/ evil': {type: string}}}}\n")
            .derive();
    assertThat(TestPages.findings(derived, "hostile-name")).hasSize(1);
    assertThat(TestPages.contract(derived).toString()).doesNotContain("evil");
  }

  @Test
  void removesTooLongName() throws IOException {
    DerivationResult derived = derive(4, "a".repeat(201));
    assertThat(derived.rejections()).isEmpty();
    assertThat(TestPages.findings(derived, "hostile-name")).hasSize(1);
    assertThat(TestPages.contract(derived).toString()).doesNotContain("aaa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json; profile=\"x\"", "application/json;a='b'"})
  void readsMediaTypeWithQuotedParameter(String type) throws IOException {
    DerivationResult derived = derive(3, "'" + type.replace("'", "''") + "'");
    assertThat(derived.rejections()).isEmpty();
    assertThat(TestPages.contract(derived).findValue("content").fieldNames())
        .toIterable()
        .containsExactly("application/json");
  }

  @Test
  void readsComponentWithOddName() throws IOException {
    String media =
        """
        schema: {$ref: '#/components/schemas/It''s%20"x" ~1 y'}
        example: {id: a}
        """;
    String components =
        """
        components:
          schemas:
            'It''s "x" / y': {required: [b], properties: {id: {type: string}}}
        """;
    DerivationResult derived =
        TestPages.in(folder)
            .addPage("acme.md", TestPages.getDocument("/v1/a", media) + components)
            .derive();
    assertThat(derived.rejections()).isEmpty();
    assertThat(TestPages.contract(derived).findValue("properties").has("id")).isTrue();
  }
}
