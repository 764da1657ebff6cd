package io.github.videotasks.spec.merge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptions of schemas that are not fields: items of lists and values of parameters. */
class NestedDescriptionTest {
  @TempDir Path folder;

  @Test
  void keepsDescriptionOfListItems() throws IOException {
    addResponse("{type: array, description: All, items: {type: string, description: One}}");

    JsonNode list = TestPages.in(folder).contract().findPath("schema");
    assertThat(list.path("description").asText()).isEqualTo("All");
    assertThat(list.path("items").path("description").asText()).isEqualTo("One");
  }

  @Test
  void describesComponentOfListItems() throws IOException {
    addResponse(
        "{type: array, items: {type: object, description: One, properties: {a: {type: string}}}}");

    JsonNode schemas = TestPages.in(folder).contract().at("/components/schemas");
    assertThat(schemas.path("OpResponseItem").path("description").asText()).isEqualTo("One");
  }

  @Test
  void keepsDescriptionOfParameterAndOfItsValue() throws IOException {
    TestPages.in(folder)
        .addPage(
            "a.md",
            """
            openapi: 3.0.1
            info: {title: T, version: 1.0.0}
            paths:
              /v:
                get:
                  operationId: op
                  parameters:
                    - {name: ids, in: query, description: Whole, schema: {type: array,
                      description: List, items: {type: string, description: One}}}
                  responses: {'200': {description: fine}}
            """);

    JsonNode parameter = TestPages.in(folder).contract().findPath("parameters").path(0);
    assertThat(parameter.path("description").asText()).isEqualTo("Whole");
    assertThat(parameter.at("/schema/description").asText()).isEqualTo("List");
    assertThat(parameter.at("/schema/items/description").asText()).isEqualTo("One");
  }

  @Test
  void reportsOtherDescriptionOfParameterValue() throws IOException {
    for (String text : new String[] {"One", "Two"}) {
      TestPages.in(folder)
          .addPage(
              text + ".md",
              """
              openapi: 3.0.1
              info: {title: T, version: 1.0.0}
              paths:
                /v:
                  get:
                    operationId: op
                    parameters: [{name: id, in: query, schema: {type: string, description: %s}}]
                    responses: {'200': {description: fine}}
              """
                  .formatted(text));
    }

    assertThat(TestPages.findings(TestPages.in(folder).derive(), "other-words"))
        .singleElement()
        .asString()
        .startsWith("pages/Two.md:")
        .contains("'Two'");
  }

  private void addResponse(String schema) throws IOException {
    TestPages.in(folder).addGetPage("a.md", "/v", "schema: " + schema + "\n");
  }
}
