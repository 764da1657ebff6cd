package io.github.videotasks.spec.rule;

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

class OpenApi32Test {
  private static final String PAGE =
      """
      openapi: 3.2.0
      $self: https://api.willow.example/openapi.yaml
      info: {title: Small, version: 1.0.0}
      servers: [{url: 'https://api.willow.example', name: main}]
      tags: [{name: a, parent: b, kind: nav}]
      paths:
        /jobs:
          query:
            responses: {'200': {description: ok}}
          additionalOperations:
            COPY: {responses: {'200': {description: ok}}}
          get:
            parameters:
              - name: all
                in: querystring
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      required: [page]
                      properties: {page: {type: integer, format: int64}, state: {type: string}}
              - {name: any, in: querystring, content: {application/json: {schema: {}}}}
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    examples:
                      a: {dataValue: {id: a}}
                      b: {serializedValue: '{"id": "b", "more": 1}'}
              '202':
                description: streamed
                content: {application/jsonl: {itemSchema: {type: object}}}
              '203':
                description: shared
                content: {application/json: {$ref: '#/components/mediaTypes/Job'}}
      components:
        mediaTypes: {Job: {schema: {type: object, properties: {shared: {type: string}}}}}
      """;

  @TempDir Path folder;

  private DerivationResult derive(String yaml) throws IOException {
    return TestPages.in(folder).addFile("pages/a.yaml", yaml).derive();
  }

  @Test
  void readsQueryStringAsParameters() throws IOException {
    JsonNode parameters = TestPages.contract(derive(PAGE)).at("/paths/~1jobs/get/parameters");
    assertThat(parameters.findValuesAsText("name")).containsExactly("page", "state");
    assertThat(parameters.at("/0/required").asBoolean()).isTrue();
    assertThat(parameters.at("/1").has("required")).isFalse();
  }

  @Test
  void readsNewFormsOfExamples() throws IOException {
    assertThat(TestPages.contract(derive(PAGE)).findValue("OpResponse")).isNull();
    assertThat(TestPages.contract(derive(PAGE)).findValues("more")).isNotEmpty();
    assertThat(TestPages.contract(derive(PAGE)).findValues("shared")).isNotEmpty();
  }

  @Test
  void reportsWhatOpenApi30DoesNotHave() throws IOException {
    DerivationResult derived = derive(PAGE);
    assertThat(derived.rejections()).isEmpty();
    assertThat(TestPages.findings(derived, "openapi-3.2"))
        .extracting(finding -> finding.replaceAll(".*\\] found |, which.*", ""))
        .containsExactly(
            "an operation of the method QUERY",
            "an operation of the method COPY",
            "a parameter that is the whole query string. Read its properties as query parameters.",
            "a parameter that is the whole query string",
            "the schema of streamed items");
    assertThat(TestPages.findings(derived, "openapi-version")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3.3.0, 1", "3.10.2, 1", "3.2.1, 0", "3.1.2, 0", "3.0.4, 0"})
  void readsLaterVersionWithWarning(String version, int warnings) throws IOException {
    DerivationResult derived = derive(PAGE.replace("3.2.0", version));
    assertThat(derived.rejections()).isEmpty();
    assertThat(TestPages.findings(derived, "openapi-version")).hasSize(warnings);
  }

  @ParameterizedTest
  @CsvSource({"openapi: 4.0.0", "openapi: 2.0", "swagger: '1.2'", "openapi: '3'"})
  void refusesOtherVersions(String version) throws IOException {
    assertThat(derive(PAGE.replace("openapi: 3.2.0", version)).rejections())
        .extracting(f -> f.rule())
        .containsExactly("openapi-version");
  }
}
