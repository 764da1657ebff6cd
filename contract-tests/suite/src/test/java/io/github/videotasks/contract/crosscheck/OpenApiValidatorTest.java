package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.consumer.ExactJson;
import io.github.videotasks.contract.replay.ProviderResponse;
import org.junit.jupiter.api.Test;

class OpenApiValidatorTest {

  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: t, version: "1"}
      paths:
        /v1/tasks:
          get:
            parameters:
              - {name: id, in: query, required: true, schema: {type: string}}
            responses:
              "200":
                description: ok
                content:
                  application/json:
                    schema: {type: object, required: [id], properties: {id: {type: string}}}
      """;

  private final OpenApiValidator validator = new OpenApiValidator(DOCUMENT);

  @Test
  void acceptsValidResponse() {
    assertThat(
            validator.validateResponse(
                "GET", "/v1/tasks", ProviderResponse.json(200, "{\"id\": \"1\"}")))
        .isEmpty();
  }

  @Test
  void rejectsWrongType() {
    assertThat(
            validator.validateResponse(
                "GET", "/v1/tasks", ProviderResponse.json(200, "{\"id\": 1}")))
        .containsExactly(
            "[Path '/id'] Instance type (integer) does not match any allowed primitive type"
                + " (allowed: [\"string\"])");
  }

  @Test
  void rejectsMissingParameter() {
    assertThat(
            validator.validateRequest(
                ExactJson.read("{\"method\": \"GET\", \"path\": \"/v1/tasks\"}")))
        .containsExactly(
            "Query parameter 'id' is required on path '/v1/tasks' but not found in request.");
  }

  @Test
  void extractsDocumentFromPage() {
    OpenApiValidator page =
        OpenApiValidator.forPage("# Title\n\n````yaml\n" + DOCUMENT + "\n````\n");

    assertThat(page.validateResponse("GET", "/v1/tasks", ProviderResponse.json(200, "{}")))
        .containsExactly("Object has missing required properties ([\"id\"])");
  }
}
