package io.github.videotasks.contract.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.consumer.Json;
import io.github.videotasks.contract.replay.Answer;
import org.junit.jupiter.api.Test;

class OpenApiJudgeTest {

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

  private final OpenApiJudge judge = new OpenApiJudge(DOCUMENT);

  @Test
  void acceptsWhatTheDocumentSays() {
    assertThat(judge.aboutAnswer("GET", "/v1/tasks", Answer.json(200, "{\"id\": \"1\"}")))
        .isEmpty();
  }

  @Test
  void complainsAboutAnotherType() {
    assertThat(judge.aboutAnswer("GET", "/v1/tasks", Answer.json(200, "{\"id\": 1}")))
        .containsExactly(
            "[Path '/id'] Instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])");
  }

  @Test
  void complainsAboutAMissingParameter() {
    assertThat(judge.aboutRequest(Json.read("{\"method\": \"GET\", \"path\": \"/v1/tasks\"}")))
        .containsExactly(
            "Query parameter 'id' is required on path '/v1/tasks' but not found in request.");
  }

  @Test
  void readsTheDocumentBetweenAPagesFences() {
    OpenApiJudge page = OpenApiJudge.ofPage("# Title\n\n````yaml\n" + DOCUMENT + "\n````\n");

    assertThat(page.aboutAnswer("GET", "/v1/tasks", Answer.json(200, "{}")))
        .containsExactly("Object has missing required properties ([\"id\"])");
  }
}
