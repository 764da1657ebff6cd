package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that disagree on a type: the field has no type, and the extension keeps each form. */
class TypeConflictTest {
  private static final String OBJECT =
      "schema: {properties: {id: {type: string}, meta: {type: object, properties:"
          + " {k: {type: boolean}, in: {properties: {q: {type: string}}}}}}}\n";
  private static final String TEXT =
      "schema: {properties: {id: {type: string}, meta: {type: string, maxLength: 9}}}\n";
  private static final String META = "/components/schemas/OpResponse/properties/meta";

  @TempDir Path folder;

  @Test
  void keepsStructureOfEachFormInExtension() throws IOException {
    TestPages pages = pages("a", OBJECT, "b", TEXT);
    assertThat(withoutTexts(pages.contract().at(META)))
        .isEqualTo(
            yaml(
                """
                x-declared:
                - type: object
                  declaredBy: [a]
                  schema:
                    type: object
                    properties:
                      k: {type: boolean, nullable: true}
                      in:
                        type: object
                        nullable: true
                        properties: {q: {type: string, nullable: true}}
                        additionalProperties: true
                    additionalProperties: true
                - type: string
                  declaredBy: [b]
                  schema: {type: string}
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: array, items: {type: string}} | {type: object} | object or array",
        "{type: string} | {type: integer} | string or integer",
        "{type: integer} | {type: string} | string or integer",
        "{type: boolean} | {type: number} | number or boolean",
        "{properties: {a: {type: string}}} | {items: {type: string}} | object or array",
      })
  void keepsNeitherTypeNorStructure(String one, String other, String types) throws IOException {
    DerivationResult derived = pages("a", schema(one), "b", schema(other)).derive();
    JsonNode field = TestPages.contract(derived).at(META);
    assertThat(field.fieldNames())
        .toIterable()
        .containsExactly("description", "x-declared", "x-providers");
    assertThat(field.at("/x-declared").findValuesAsText("type")).containsAll(types(types));
    assertThat(TestPages.text(derived, "evidence.tsv"))
        .contains("\nOpResponse.meta\tuntyped: " + types + "\t");
  }

  @Test
  void integerAndNumberAreNoConflict() throws IOException {
    DerivationResult derived =
        pages("a", schema("{type: integer}"), "b", schema("{type: number}")).derive();
    JsonNode field = TestPages.contract(derived).at(META);
    assertThat(field.path("type").asText()).isEqualTo("number");
    assertThat(field.has("x-declared")).isFalse();
    assertThat(TestPages.findings(derived, "type-conflict"))
        .containsExactly(
            "pages/a.md:17: [type-conflict] expected one type of OpResponse.meta, found integer on"
                + " 1 page (here); number on 1 page (pages/b.md:17). Widened to number.");
  }

  @Test
  void numberFormIncludesIntegers() throws IOException {
    TestPages pages =
        pages("a", "example: {meta: 1}\n", "b", "example: {meta: 1.5}\n", "c", schema("string"));
    pages.addGetPage("c.md", "/v1/t", "example: {meta: x}\n");
    JsonNode forms = pages.contract().at(META + "/x-declared");
    assertThat(forms.at("/1/shownBy").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(forms.at("/1/schema/type").asText()).isEqualTo("number");
  }

  /** The number of pages does not decide: a client must decode the response of the odd page too. */
  @Test
  void namesOddPageOfManyFirst() throws IOException {
    TestPages pages = pages("odd", TEXT);
    for (int i = 100; i < 268; i++) {
      pages.addGetPage("p" + i + ".md", "/v1/t", OBJECT);
    }
    DerivationResult derived = pages.derive();
    assertThat(TestPages.findings(derived, "type-conflict"))
        .containsExactly(
            "pages/odd.md:17: [type-conflict] expected one type of OpResponse.meta, found string on"
                + " 1 page (here); object on 168 pages (pages/p100.md:17,"
                + " pages/p101.md:17, pages/p102.md:17, pages/p103.md:17, pages/p104.md:17 and 163"
                + " more). Left without a type, so that a client decodes each of them; x-declared"
                + " has them.");
    JsonNode form = TestPages.contract(derived).at(META + "/x-declared/0");
    assertThat(form.path("declaredBy")).hasSize(20);
  }

  @Test
  void doesNotDependOnOrderOfPages() throws IOException {
    JsonNode first = pages("a", OBJECT, "b", TEXT).contract().at(META + "/x-declared");
    JsonNode second = pages("b", OBJECT, "a", TEXT).contract().at(META + "/x-declared");
    assertThat(second.toString().replaceAll("\\b[ab]\\b", "x"))
        .isEqualTo(first.toString().replaceAll("\\b[ab]\\b", "x"));
  }

  @Test
  void evidenceListsFieldsOfForms() throws IOException {
    String table =
        TestPages.withoutPointers(
            TestPages.text(pages("a", OBJECT, "b", TEXT).derive(), "evidence.tsv"));
    assertThat(table.lines().map(row -> row.replaceFirst("\\t.*", "")))
        .containsSubsequence("OpResponse.meta", "OpResponse.meta.k", "OpResponse.meta.in.q");
    assertThat(table).contains("OpResponse.meta.k\tboolean\toptional\ta\tpages/a.md:17 boolean\t");
  }

  /** A generator that creates a class for properties loses the response with another form. */
  @Test
  void correctionsOfStructureStillApply() throws IOException {
    TestPages pages = pages("a", OBJECT, "b", TEXT);
    pages.addCorrection(
        "010-names",
        """
        - target: $..schema.properties.meta
          update: {x-name: Meta, x-about: About, properties: {k: {description: The k.}}}
        """);
    JsonNode contract = pages.contract();
    assertThat(contract.at(META).has("properties")).isFalse();
    assertThat(contract.at(META + "/x-declared/0/schema").toString())
        .isEqualTo("{\"$ref\":\"#/components/schemas/Meta\"}");
    JsonNode component = contract.at("/components/schemas/Meta");
    assertThat(component.path("description").asText()).isEqualTo("About");
    assertThat(component.at("/properties/k/description").asText()).isEqualTo("The k.");
    assertThat(component.at("/properties/in/allOf/0/$ref").asText()).endsWith("/MetaIn");
  }

  @ParameterizedTest
  @CsvSource({"object,properties", "string,", "array,"})
  void correctionCanDecideType(String type, String structure) throws IOException {
    TestPages pages = pages("a", OBJECT, "b", TEXT);
    pages.addCorrection(
        "010-type", "- target: $..schema.properties.meta\n  update: {type: " + type + "}\n");
    JsonNode contract = pages.contract();
    assertThat(contract.at(META).path("type").asText()).isEqualTo(type);
    assertThat(contract.at(META).has("x-declared")).isFalse();
    assertThat(contract.at("/components/schemas").has("OpResponseMeta"))
        .isEqualTo("properties".equals(structure));
    assertThat(contract.at(META).has("properties")).isFalse();
  }

  @Test
  void conflictDoesNotSpreadToFieldsOfSameName() throws IOException {
    String both =
        "schema: {properties: {one: {properties: {k: {type: boolean}}}, two: {properties: {l:"
            + " {type: string}}}}}\n";
    TestPages pages = pages("a", both, "b", "schema: {properties: {one: {type: string}}}\n");
    pages.addCorrection(
        "010-names", "- target: $..schema.properties.*\n  update: {x-name: Part}\n");
    JsonNode contract = pages.contract();
    JsonNode fields = contract.at("/components/schemas/OpResponse/properties");
    assertThat(fields.at("/one/x-declared/0/schema/$ref").asText()).endsWith("/Part");
    assertThat(fields.at("/two/allOf/0/$ref").asText()).endsWith("/Part");
    assertThat(contract.at("/components/schemas/Part/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("k", "l");
  }

  @Test
  void keepsFormsOfParameter() throws IOException {
    TestPages pages = TestPages.in(folder);
    for (String schema : new String[] {"{type: array, items: {type: string}}", "{type: integer}"}) {
      pages.addPage(
          schema.length() + ".md",
          TestPages.getDocument("/v1/t", "example: {id: x}\n")
              .replace(
                  "      responses:",
                  "      parameters: [{name: p, in: query, schema: "
                      + schema
                      + "}]\n"
                      + "      responses:"));
    }
    JsonNode schema = pages.contract().at("/paths/~1v1~1t/get/parameters/0/schema");
    assertThat(schema.fieldNames()).toIterable().containsExactly("x-declared");
    assertThat(schema.at("/x-declared/0/schema/items/type").asText()).isEqualTo("string");
  }

  @Test
  void keepsLimitsOfFormsInRequest() throws IOException {
    TestPages pages = TestPages.in(folder);
    for (String schema : new String[] {"{type: string, maxLength: 5}", "{type: integer}"}) {
      pages.addPage(
          schema.length() + ".md",
          TestPages.getDocument("/v1/t", "example: {id: x}\n")
              .replace(
                  "        get:\n".substring(4),
                  "    post:\n      requestBody: {content: {application/json: {schema: {properties:"
                      + " {p: "
                      + schema
                      + "}}}}}\n"));
    }
    DerivationResult derived = pages.derive();
    JsonNode form =
        TestPages.contract(derived).at("/components/schemas/OpRequest/properties/p/x-declared/0");
    assertThat(form.at("/schema/maxLength").asInt()).isEqualTo(5);
    assertThat(TestPages.findings(derived, "limit-conflict")).isEmpty();
  }

  @Test
  void formsOfEdition31HaveTypeLists() throws IOException {
    JsonNode edition =
        new YAMLMapper()
            .readTree(pages("a", OBJECT, "b", TEXT).derive().files().get("openapi-3.1.yaml"));
    JsonNode form = edition.at(META + "/x-declared/0/schema");
    assertThat(form.at("/properties/k/type").toString()).isEqualTo("[\"boolean\",\"null\"]");
    assertThat(form.findValues("nullable")).isEmpty();
  }

  private TestPages pages(String... namesAndMedia) throws IOException {
    TestPages pages = TestPages.in(folder);
    for (int i = 0; i < namesAndMedia.length; i += 2) {
      pages.addGetPage(namesAndMedia[i] + ".md", "/v1/t", namesAndMedia[i + 1]);
    }
    return pages;
  }

  private static String schema(String meta) {
    return "schema: {properties: {meta: " + meta + "}}\n";
  }

  private static Iterable<String> types(String joined) {
    return List.of(joined.split(" or ", -1));
  }

  private static JsonNode yaml(String text) throws IOException {
    return new YAMLMapper().readTree(text);
  }

  private static JsonNode withoutTexts(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    copy.findParents("description")
        .forEach(node -> ((ObjectNode) node).remove(List.of("description", "x-providers")));
    return copy;
  }
}
