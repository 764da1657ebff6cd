package io.github.videotasks.spec.merge;

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

/** A schema that contains itself becomes a component that refers to itself. */
class RecursiveSchemaTest {
  private static final String NODE = "schema: {$ref: '#/components/schemas/Node'}\n";
  private static final String ITSELF = "#/components/schemas/OpResponse";

  @TempDir Path folder;

  private DerivationResult derive(String media, String schemas) throws IOException {
    return TestPages.in(folder)
        .addPage(
            "a.md",
            TestPages.getDocument("/v1/a", media) + "components:\n  schemas:\n" + schemas.indent(4))
        .derive();
  }

  private JsonNode schemas(String media, String schemas) throws IOException {
    DerivationResult derived = derive(media, schemas);
    assertThat(derived.rejections()).isEmpty();
    assertThat(TestPages.json(derived, "schema.json").path("$defs").size()).isPositive();
    return TestPages.contract(derived).at("/components/schemas");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{$ref: '#/components/schemas/Node'} | /allOf/0",
        "{type: array, items: {$ref: '#/components/schemas/Node'}} | /items",
        "{nullable: true, allOf: [{$ref: '#/components/schemas/Node'}]} | /allOf/0",
        "{oneOf: [{$ref: '#/components/schemas/Node'}]} | /allOf/0",
        "{anyOf: [{$ref: '#/components/schemas/Node'}, {type: 'null'}]} | /allOf/0",
        "{type: array, items: {oneOf: [{$ref: '#/components/schemas/Node'}]}} | /items",
        "{type: array, items: {type: array, items: {$ref: '#/components/schemas/Node'}}}"
            + " | /items/items"
      })
  void refersToItself(String next, String pointer) throws IOException {
    JsonNode schemas =
        schemas(NODE, "Node: {type: object, properties: {id: {type: string}, next: " + next + "}}");
    assertThat(schemas.fieldNames()).toIterable().containsExactly("OpResponse");
    assertThat(schemas.at("/OpResponse/properties/next" + pointer + "/$ref").asText())
        .isEqualTo(ITSELF);
  }

  @Test
  void refersToEachOther() throws IOException {
    JsonNode schemas =
        schemas(
            NODE,
            """
            Node: {type: object, properties: {edge: {$ref: '#/components/schemas/Edge'}}}
            Edge: {type: object, properties: {to: {$ref: '#/components/schemas/Target'}}}
            Target: {type: object, properties: {node: {$ref: '#/components/schemas/Node'}}}
            """);
    assertThat(schemas.fieldNames())
        .toIterable()
        .containsExactly("OpResponse", "OpResponseEdge", "OpResponseEdgeTo");
    assertThat(schemas.at("/OpResponseEdgeTo/properties/node/allOf/0/$ref").asText())
        .isEqualTo(ITSELF);
  }

  @Test
  void keepsPropertiesOfDerivedSchemaApart() throws IOException {
    JsonNode schemas =
        schemas(
            NODE,
            """
            Node:
              allOf:
                - {$ref: '#/components/schemas/Base'}
                - {type: object, properties: {own: {type: string}}}
            Base:
              type: object
              properties:
                children: {type: array, items: {$ref: '#/components/schemas/Base'}}
            """);
    assertThat(schemas.at("/OpResponse/properties").fieldNames())
        .toIterable()
        .containsExactly("children", "own");
    assertThat(schemas.at("/OpResponseChildrenItem/properties").fieldNames())
        .toIterable()
        .containsExactly("children");
  }

  @Test
  void unitesEvidenceOfAllLevels() throws IOException {
    JsonNode schemas =
        schemas(
            NODE + "example: {id: a, children: [{id: b, children: [{extra: 1, children: []}]}]}\n",
            "Node: {type: object, properties: {children: {type: array, items:"
                + " {$ref: '#/components/schemas/Node'}}}}");
    assertThat(schemas.fieldNames()).toIterable().containsExactly("OpResponse");
    assertThat(schemas.at("/OpResponse/properties").fieldNames())
        .toIterable()
        .containsExactly("children", "id", "extra");
  }

  @Test
  void requiresNothingOfResponseThatIsAlsoNested() throws IOException {
    JsonNode schemas =
        schemas(
            NODE + "examples: {a: {value: {id: a}}, b: {value: {id: b, next: {id: c}}}}\n",
            "Node: {type: object, required: [id], properties: {id: {type: string}, next:"
                + " {$ref: '#/components/schemas/Node'}}}");
    assertThat(schemas.at("/OpResponse").has("required")).isFalse();
    assertThat(schemas.at("/OpResponse/properties/id/nullable").asBoolean()).isTrue();
  }

  @Test
  void keepsRequiredOfRequestAtEachLevel() throws IOException {
    String page =
        TestPages.getDocument("/v1/a", "schema: {type: object}\n")
                .replace("get:", "post:")
                .replace(
                    "responses:",
                    "requestBody: {required: true, content: {application/json: {schema:"
                        + " {$ref: '#/components/schemas/Node'}}}}\n      responses:")
            + "components: {schemas: {Node: {type: object, required: [id], properties: {id:"
            + " {type: string}, next: {$ref: '#/components/schemas/Node'}}}}}\n";
    JsonNode request =
        TestPages.in(folder).addPage("a.md", page).contract().at("/components/schemas/OpRequest");
    assertThat(request.path("required")).extracting(JsonNode::asText).containsExactly("id");
    assertThat(request.at("/properties/next/allOf/0/$ref").asText())
        .isEqualTo("#/components/schemas/OpRequest");
  }

  @Test
  void unitesEvidenceOfTwoPages() throws IOException {
    String recursive =
        "components: {schemas: {Node: {type: object, properties: {id: {type: string}, next:"
            + " {$ref: '#/components/schemas/Node'}}}}}\n";
    JsonNode schemas =
        TestPages.in(folder)
            .addGetPage("a.md", "/v1/a", "example: {next: {next: {shown: 1}}}\n")
            .addPage("b.md", TestPages.getDocument("/v1/a", NODE) + recursive)
            .contract()
            .at("/components/schemas");
    assertThat(schemas.fieldNames()).toIterable().containsExactly("OpResponse");
    assertThat(schemas.at("/OpResponse/properties").fieldNames())
        .toIterable()
        .containsExactly("next", "id", "shown");
  }

  @Test
  void readsSchemasThatAllReferToEachOther() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int from = 0; from < 12; from++) {
      all.append("S").append(from).append(": {type: object, properties: {");
      for (int to = 0; to < 12; to++) {
        all.append("p" + to + ": {$ref: '#/components/schemas/S" + to + "'}, ");
      }
      all.append("}}\n");
    }
    JsonNode schemas = schemas(NODE.replace("Node", "S0"), all.toString());
    assertThat(schemas.size()).isEqualTo(12);
  }

  @Test
  void namesRecursiveSchemaByCorrection() throws IOException {
    JsonNode schemas =
        TestPages.in(folder)
            .addPage(
                "a.md",
                TestPages.getDocument("/v1/a", NODE)
                    + "components: {schemas: {Node: {type: object, properties: {next:"
                    + " {$ref: '#/components/schemas/Node'}}}}}\n")
            .addCorrection(
                "010-a",
                "  - target:"
                    + " $.paths['/v1/a'].get.responses['200'].content['application/json'].schema\n"
                    + "    update: {x-name: Tree}\n")
            .contract()
            .at("/components/schemas");
    assertThat(schemas.at("/Tree/properties/next/allOf/0/$ref").asText())
        .isEqualTo("#/components/schemas/Tree");
  }

  @Test
  void opensOnlyFieldWhoseReferencesLeadNowhere() throws IOException {
    DerivationResult derived =
        derive(
            "schema: {type: object, properties: {id: {type: string}, odd: {$ref:"
                + " '#/components/schemas/A'}}}\n",
            "A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}");
    assertThat(TestPages.contract(derived).at("/components/schemas/OpResponse/properties/odd"))
        .hasToString("{\"description\":\"Declared only.\",\"x-providers\":[\"a\"]}");
    assertThat(TestPages.findings(derived, "cyclic-ref").get(0))
        .contains(
            "pages/a.md:17: [cyclic-ref] expected a schema, found '#/components/schemas/A', which"
                + " leads back to itself. Opened the schema");
  }

  @Test
  void ignoresSchemaThatIsPartOfItself() throws IOException {
    JsonNode schemas =
        schemas(
            NODE,
            "Node: {allOf: [{$ref: '#/components/schemas/Node'}, {type: object, properties: {id:"
                + " {type: string}}}]}");
    assertThat(schemas.at("/OpResponse/properties").fieldNames())
        .toIterable()
        .containsExactly("id");
  }

  @Test
  void opensItemsOfListThatContainsItself() throws IOException {
    DerivationResult derived =
        derive(NODE, "Node: {type: array, items: {$ref: '#/components/schemas/Node'}}");
    assertThat(TestPages.contract(derived).findValue("schema"))
        .hasToString("{\"type\":\"array\",\"items\":{}}");
    assertThat(TestPages.findings(derived, "deep-list"))
        .containsExactly(
            "pages/a.md:17: [deep-list] expected a list that ends, found one that contains itself"
                + " in op.answer.200.application/json. The inner lists have no schema.");
  }
}
