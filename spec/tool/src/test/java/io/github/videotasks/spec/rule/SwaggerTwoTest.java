package io.github.videotasks.spec.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.Provider;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.LineNumbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwaggerTwoTest {
  private static final String PAGE =
      """
      swagger: "2.0"
      info: {title: Small, version: 1.0.0}
      host: api.willow.example
      basePath: /v1/
      schemes: [https, http]
      securityDefinitions:
        basic: {type: basic}
        oauth:
          type: oauth2
          flow: accessCode
          authorizationUrl: https://a.example/auth
          tokenUrl: https://a.example/token
          scopes: {read: reads}
      security: [{basic: []}]
      parameters:
        Page: {name: page, in: query, type: integer, format: int64, default: 1}
        Job: {name: job, in: body, required: true, schema: {$ref: '#/definitions/Job'}}
      responses:
        Missing: {description: not there, schema: {$ref: '#/definitions/Problem'}}
      paths:
        /jobs:
          parameters: [{name: X-Trace, in: header, type: string}]
          get:
            parameters:
              - $ref: '#/parameters/Page'
              - {name: tsv, in: query, type: array, items: {type: string}, collectionFormat: tsv}
            responses:
              '200':
                description: ok
                schema: {type: array, items: {$ref: '#/definitions/Job'}}
                examples: {application/json: [{id: a, shown: 1}]}
              '404': {$ref: '#/responses/Missing'}
          post:
            parameters: [{$ref: '#/parameters/Job'}]
            responses: {'201': {description: made, schema: {$ref: '#/definitions/Job'}}}
        /upload:
          post:
            parameters:
              - {name: file, in: formData, type: file, required: true}
              - {name: note, in: formData, type: string, x-nullable: true}
            responses: {'200': {description: ok}}
        /file:
          get:
            produces: [video/mp4]
            responses: {'200': {description: ok, schema: {type: file}}}
      definitions:
        Job:
          type: object
          required: [id]
          discriminator: kind
          properties: {id: {type: string}, note: {type: string, x-nullable: true}}
        Problem: {type: object, properties: {message: {type: string}}}
      """;

  @TempDir Path folder;

  private DerivationResult derive(String yaml) throws IOException {
    DerivationResult derived = TestPages.in(folder).addFile("pages/a.yaml", yaml).derive();
    assertThat(derived.rejections()).isEmpty();
    return derived;
  }

  private JsonNode at(String pointer) throws IOException {
    return TestPages.contract(derive(PAGE)).at(pointer);
  }

  @Test
  void translatesHostBasePathAndSchemes() throws IOException {
    assertThat(at("/servers").findValuesAsText("url"))
        .containsExactly("https://api.willow.example/v1", "http://api.willow.example/v1");
  }

  @Test
  void translatesSecurityDefinitions() throws IOException {
    JsonNode schemes = at("/components/securitySchemes");
    assertThat(schemes.path("basic")).hasToString("{\"type\":\"http\",\"scheme\":\"basic\"}");
    assertThat(schemes.at("/oauth/flows/authorizationCode/tokenUrl").asText())
        .isEqualTo("https://a.example/token");
  }

  @Test
  void translatesParametersOfPathAndDocument() throws IOException {
    JsonNode parameters = at("/paths/~1jobs/get/parameters");
    assertThat(parameters.findValuesAsText("name")).containsExactly("X-Trace", "page", "tsv");
    assertThat(parameters.at("/1/schema"))
        .hasToString("{\"type\":\"integer\",\"format\":\"int64\",\"default\":1}");
  }

  @Test
  void translatesBodyParameterToRequestBody() throws IOException {
    JsonNode body = at("/paths/~1jobs/post/requestBody");
    assertThat(body.path("required").asBoolean()).isTrue();
    assertThat(body.at("/content/application~1json/schema/$ref").asText()).endsWith("Request");
  }

  @Test
  void translatesFormDataToObject() throws IOException {
    JsonNode contract = TestPages.contract(derive(PAGE));
    String ref =
        contract
            .at("/paths/~1upload/post/requestBody/content/multipart~1form-data/schema/$ref")
            .asText();
    JsonNode form = contract.at(ref.substring(1));
    assertThat(form.at("/properties/file/format").asText()).isEqualTo("binary");
    assertThat(form.at("/properties/note/nullable").asBoolean()).isTrue();
    assertThat(form.path("required")).extracting(JsonNode::asText).containsExactly("file");
  }

  @Test
  void readsExamplesAndSharedResponses() throws IOException {
    JsonNode contract = TestPages.contract(derive(PAGE));
    assertThat(contract.at("/paths/~1jobs/get/responses").fieldNames())
        .toIterable()
        .containsExactly("200", "404");
    assertThat(contract.findValue("shown").path("type").asText()).isEqualTo("integer");
    assertThat(
            contract
                .at("/paths/~1file/get/responses/200/content/video~1mp4/schema/format")
                .asText())
        .isEqualTo("binary");
  }

  @Test
  void translatesCollectionFormat() {
    assertThat(style("multi")).isEqualTo("form true");
    assertThat(style("pipes")).isEqualTo("pipeDelimited false");
    assertThat(style("ssv")).isEqualTo("spaceDelimited false");
    assertThat(style("csv")).isEqualTo("form false");
  }

  private static String style(String format) {
    ObjectNode parameter =
        JsonNodes.object().put("in", "query").put("type", "array").put("collectionFormat", format);
    SpecDocument document =
        new SpecDocument(
            new Provider("a", "a.yaml", null, null, null, null),
            "a.yaml",
            JsonNodes.object(),
            new LineNumbers());
    new SwaggerParameter(document, new Findings()).translate(parameter);
    return parameter.path("style").asText() + " " + parameter.path("explode").asText();
  }

  @Test
  void reportsLinesOfPage() throws IOException {
    List<String> findings = TestPages.findings(derive(PAGE), "swagger-2");
    assertThat(findings)
        .containsExactly(
            "pages/a.yaml:1: [swagger-2] expected OpenAPI 3, found swagger: 2.0. Translated to"
                + " OpenAPI 3.0.",
            "pages/a.yaml:26: [swagger-2] found collectionFormat tsv of the parameter 'tsv', which"
                + " OpenAPI 3 does not have. Separated the values by commas.");
  }

  @Test
  void refusesReferencesThatLeaveDocument() throws IOException {
    DerivationResult derived =
        TestPages.in(folder)
            .addFile("pages/a.yaml", PAGE.replace("'#/parameters/Page'", "'file:///etc/passwd'"))
            .derive();
    assertThat(derived.rejections()).extracting(f -> f.rule()).containsExactly("foreign-ref");
  }
}
