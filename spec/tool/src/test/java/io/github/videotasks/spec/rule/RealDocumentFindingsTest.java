package io.github.videotasks.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings about changes that real documents of public APIs need. */
class RealDocumentFindingsTest {
  @TempDir Path folder;

  @Test
  void reportsOperationIdThatIsNotMethodName() throws IOException {
    DerivationResult derived = derive("operationId: list-jobs", "{type: object}", "{}");

    assertThat(TestPages.findings(derived, "no-operation-id"))
        .containsExactly(
            "pages/a.yaml:6: [no-operation-id] expected an operationId of letters, digits and _,"
                + " found 'list-jobs'. Derived from method and path.");
    assertThat(TestPages.contract(derived).findPath("operationId").asText()).isEqualTo("getJobs");
  }

  @Test
  void reportsItemsOfObjectAndPropertiesOfArray() throws IOException {
    DerivationResult derived =
        derive(
            "operationId: list",
            "{type: object, items: {type: string}}",
            "{type: array, items: {type: string}, properties: {empty: {type: boolean}}}");

    assertThat(TestPages.findings(derived, "odd-structure"))
        .containsExactly(
            "pages/a.yaml:7: [odd-structure] expected 'properties' beside type object, found type"
                + " array. Removed.",
            "pages/a.yaml:14: [odd-structure] expected 'items' beside type array, found type"
                + " object. Removed.");
  }

  @Test
  void reportsParameterThatContainsItself() throws IOException {
    String node = "{type: array, items: {$ref: '#/components/schemas/Node'}}";
    DerivationResult derived = derive("operationId: list", "{type: object}", node);

    assertThat(TestPages.findings(derived, "inline-recursion"))
        .containsExactly(
            "pages/a.yaml:7: [inline-recursion] expected a schema that ends in list.query.p, found"
                + " one that contains itself. The inner objects are open.");
  }

  @Test
  void citesKeyOfMediaTypeThatIsNone() throws IOException {
    DerivationResult derived = derive("operationId: list", "{type: object}", "{}");

    assertThat(TestPages.findings(derived, "odd-media-type"))
        .singleElement()
        .asString()
        .startsWith("pages/a.yaml:12: ");
  }

  private DerivationResult derive(String id, String response, String parameter) throws IOException {
    return TestPages.in(folder)
        .addFile(
            "pages/a.yaml",
            """
            openapi: 3.0.3
            info: {title: T, version: 1.0.0}
            paths:
              /jobs:
                get:
                  %s
                  parameters: [{name: p, in: query, schema: %s}]
                  responses:
                    '200':
                      description: fine
                      content:
                        '*/*':
                          schema:
                            %s
            components:
              schemas:
                Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}
            """
                .formatted(id, parameter, response))
        .derive();
  }
}
