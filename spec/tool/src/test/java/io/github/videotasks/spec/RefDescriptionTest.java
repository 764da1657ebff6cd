package io.github.videotasks.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text beside {@code $ref} describes the place that refers. */
class RefDescriptionTest {
  private static final String PAGE =
      """
      openapi: %s
      info:
        title: T
        version: 1.0.0
      servers:
        - url: https://a.example
      paths:
        /a:
          get:
            operationId: a
            parameters:
              - $ref: '#/components/parameters/P'
                %s: own parameter
            responses:
              '200':
                $ref: '#/components/responses/R'
                %s: own response
      components:
        parameters:
          P:
            name: p
            in: query
            description: parameter of all
            schema:
              type: string
        responses:
          R:
            description: response of all
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    s:
                      $ref: '#/components/schemas/S'
                      %s: own field
                    t:
                      $ref: '#/components/schemas/S'
        schemas:
          S:
            type: string
            description: schema of all
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"3.0.3", "3.1.0"})
  void usesDescriptionBesideReference(String version) throws IOException {
    DerivationResult derived = derive(version, "description");
    assertThat(derived.findings()).isEmpty();
    assertDescribed(TestPages.contract(derived), "own field");
  }

  @Test
  void usesSummaryBesideReferenceWithoutDescription() throws IOException {
    DerivationResult derived = derive("3.1.0", "summary");
    assertThat(derived.findings()).isEmpty();
    assertDescribed(TestPages.contract(derived), "own field");
  }

  private DerivationResult derive(String version, String key) throws IOException {
    return TestPages.in(folder).addPage("a.md", PAGE.formatted(version, key, key, key)).derive();
  }

  private static void assertDescribed(JsonNode contract, String field) {
    JsonNode operation = contract.at("/paths/~1a/get");
    assertThat(operation.at("/parameters/0/description").asText()).isEqualTo("own parameter");
    assertThat(operation.at("/responses/200/description").asText()).isEqualTo("own response");
    JsonNode fields = contract.path("components").path("schemas").path("AResponse");
    assertThat(fields.at("/properties/s/description").asText()).isEqualTo(field);
    assertThat(fields.at("/properties/t/description").asText()).isEqualTo("schema of all");
  }
}
