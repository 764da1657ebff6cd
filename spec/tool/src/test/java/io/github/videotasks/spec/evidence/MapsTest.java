package io.github.videotasks.spec.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects with {@code additionalProperties} of one schema are maps; their keys are data. */
class MapsTest {
  private static final String STRINGS = "{type: object, additionalProperties: {type: string}}";
  private static final String NODES =
      "{type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}";
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: string}                                               | {\"type\":\"string\"}",
        "{type: boolean, nullable: true}                              |"
            + " {\"type\":\"boolean\",\"nullable\":true}",
        "{type: string, description: D}                               |"
            + " {\"type\":\"string\",\"description\":\"D\"}",
        "{type: array, items: {type: string}}                         |"
            + " {\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
        "{type: object, additionalProperties: {type: string}}         |"
            + " {\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}",
        "{additionalProperties: {additionalProperties: {type: string}}} |"
            + " {\"type\":\"object\",\"additionalProperties\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}}",
        "{type: object, properties: {a: {type: string}}}              |"
            + " {\"$ref\":\"#/components/schemas/OpResponseMapValue\"}",
      })
  void keepsDeclaredValues(String values, String expected) throws IOException {
    add("a.md", "{type: object, additionalProperties: " + values + "}", "");

    assertThat(map().path("type").asText()).isEqualTo("object");
    assertThat(map().path("additionalProperties")).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "{}"})
  void keepsObjectsOpen(String value) throws IOException {
    add("a.md", "{type: object, additionalProperties: " + value + "}", "");

    assertThat(map().path("additionalProperties")).hasToString("true");
  }

  @Test
  void readsMapsWithoutTypeAndInListsAndParts() throws IOException {
    add(
        "a.md",
        "{type: array, items: {allOf: [{properties: {a: {type: string}}}, {additionalProperties:"
            + " {type: string}}]}}",
        "");

    JsonNode component =
        TestPages.in(folder).contract().at("/components/schemas/OpResponseMapItem");
    assertThat(component.path("additionalProperties")).hasToString("{\"type\":\"string\"}");
  }

  @Test
  void readsKeysOfExamplesAsValues() throws IOException {
    add("a.md", STRINGS, "{x: one, y: null}");

    assertThat(map().has("properties")).isFalse();
    assertThat(map().path("additionalProperties"))
        .hasToString("{\"type\":\"string\",\"nullable\":true}");
    assertThat(row("OpResponse.map.*")).contains("string 1").contains("null 1");
  }

  @Test
  void keepsDeclaredPropertiesOfMaps() throws IOException {
    add(
        "a.md",
        "{type: object, properties: {main: {type: string}}, additionalProperties: {type: boolean}}",
        "{main: one, other: true}");

    JsonNode component = TestPages.in(folder).contract().at("/components/schemas/OpResponseMap");
    assertThat(component.path("properties").fieldNames()).toIterable().containsExactly("main");
    assertThat(component.path("additionalProperties")).hasToString("{\"type\":\"boolean\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.md", "c.md"})
  void opensMapOfOnePageForPropertiesOfAnother(String first) throws IOException {
    add(first, STRINGS, "{free: text}");
    add(
        "b.md",
        "{type: object, properties: {main: {type: integer}}}",
        "{main: 1, fits: text, meta: {deep: 1}}");

    JsonNode component = TestPages.in(folder).contract().at("/components/schemas/OpResponseMap");
    assertThat(component.path("properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("main", "fits", "meta");
    assertThat(component.path("additionalProperties")).hasToString("true");
    assertThat(TestPages.findings(TestPages.in(folder).derive(), "limit-conflict"))
        .singleElement()
        .asString()
        .contains("pages/" + first + ":", "additionalProperties here", "lacks it at pages/b.md:");
  }

  @Test
  void keepsMapThatAllPagesDeclare() throws IOException {
    add("a.md", STRINGS, "");
    add("b.md", "{type: object, additionalProperties: {type: string, nullable: true}}", "{x: a}");

    assertThat(map().path("additionalProperties"))
        .hasToString("{\"type\":\"string\",\"nullable\":true}");
  }

  @Test
  void opensMapOfOneAlternative() throws IOException {
    add("a.md", "{oneOf: [" + STRINGS + ", {type: object}]}", "");

    assertThat(map().path("additionalProperties")).hasToString("true");
    assertThat(TestPages.findings(TestPages.in(folder).derive(), "limit-conflict")).hasSize(1);
  }

  @Test
  void keepsMapThatAllAlternativesDeclare() throws IOException {
    add("a.md", "{oneOf: [" + STRINGS + ", {additionalProperties: {type: integer}}]}", "");

    assertThat(map().path("additionalProperties").path("x-declared")).hasSize(2);
  }

  @Test
  void keepsMapThatIsOneFormOfField() throws IOException {
    add("a.md", "{oneOf: [" + STRINGS + ", {type: boolean}]}", "");

    assertThat(map().at("/x-declared/0/schema/additionalProperties"))
        .hasToString("{\"type\":\"string\"}");
  }

  @Test
  void widensValuesByExamplesOfThePage() throws IOException {
    add("a.md", "{type: object, additionalProperties: {type: number}}", "{x: 1, y: 1.5}");

    assertThat(map().path("additionalProperties").path("type").asText()).isEqualTo("number");
  }

  @Test
  void refersToSchemasThatContainThemselvesInMaps() throws IOException {
    addRecursive("{properties: {name: {type: string}, nodes: %s}}".formatted(NODES));

    assertThat(
            TestPages.in(folder).contract().at("/components/schemas/OpResponse/properties/nodes"))
        .hasToString(
            "{\"type\":\"object\",\"nullable\":true,\"description\":\"Declared"
                + " only.\",\"additionalProperties\":"
                + "{\"$ref\":\"#/components/schemas/OpResponse\"},\"x-providers\":[\"a\"]}");
  }

  @Test
  void endsMapsThatContainThemselves() throws IOException {
    addRecursive(NODES);

    assertThat(TestPages.findings(TestPages.in(folder).derive(), "deep-list")).hasSize(1);
  }

  private void addRecursive(String node) throws IOException {
    TestPages.in(folder)
        .addPage(
            "a.md",
            TestPages.getDocument("/v", "schema: {$ref: '#/components/schemas/Node'}\n")
                + "components: {schemas: {Node: "
                + node
                + "}}\n");
  }

  @Test
  void keepsMapsThatClientsSend() throws IOException {
    TestPages.in(folder)
        .addPage(
            "a.md",
            """
            openapi: 3.0.1
            info: {title: T, version: 1.0.0}
            paths:
              /v:
                post:
                  operationId: send
                  requestBody:
                    content:
                      application/json:
                        schema: {type: object, additionalProperties: {type: string, maxLength: 9}}
                        example: {a: text}
                  responses: {'200': {description: fine}}
            """);

    JsonNode body = TestPages.in(folder).contract().at("/paths/~1v/post/requestBody/content");
    assertThat(body.findPath("schema").path("additionalProperties"))
        .hasToString("{\"type\":\"string\",\"maxLength\":9}");
  }

  @Test
  void writesMapsIntoAllEditions() throws IOException {
    add("a.md", "{type: object, additionalProperties: {type: string, nullable: true}}", "");

    DerivationResult derived = TestPages.in(folder).derive();
    assertThat(TestPages.text(derived, "openapi-3.1.yaml"))
        .containsPattern("additionalProperties:\\s+type:\\s+- string\\s+- \"null\"");
    assertThat(TestPages.json(derived, "schema.json").findPath("map").path("additionalProperties"))
        .hasToString("{\"type\":[\"string\",\"null\"]}");
  }

  @Test
  void warnsAboutEachConstraintOnKeys() throws IOException {
    add(
        "a.md",
        "{type: object, patternProperties: {^x: {type: string}}, propertyNames: {pattern: a}}",
        "");

    assertThat(TestPages.in(folder).derive().findings())
        .filteredOn(finding -> finding.message().matches(".*(patternProperties|propertyNames).*"))
        .extracting(finding -> finding.severity().name())
        .containsExactly("WARNING", "WARNING");
  }

  private void add(String name, String schema, String example) throws IOException {
    TestPages.in(folder)
        .addGetPage(
            name,
            "/v",
            "schema: {type: object, properties: {map: "
                + schema
                + "}}\n"
                + (example.isEmpty() ? "" : "example: {map: " + example + "}\n"));
  }

  private JsonNode map() throws IOException {
    return TestPages.in(folder).contract().at("/components/schemas/OpResponse/properties/map");
  }

  private String row(String name) throws IOException {
    return TestPages.text(TestPages.in(folder).derive(), "evidence.tsv")
        .lines()
        .filter(line -> line.startsWith(name + "\t"))
        .findFirst()
        .orElse("");
  }
}
