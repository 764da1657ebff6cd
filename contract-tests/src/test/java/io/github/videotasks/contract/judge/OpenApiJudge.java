package io.github.videotasks.contract.judge;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.replay.Answer;
import java.util.List;
import java.util.stream.Stream;

/** One OpenAPI document's opinion of requests and answers. */
final class OpenApiJudge {

  private final OpenApiInteractionValidator validator;

  /**
   * @param document OpenAPI 3.0 as YAML or JSON
   */
  OpenApiJudge(String document) {
    // Requests of contracts carry paths without the server's.
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(document)
            .withBasePathOverride("/")
            .build();
  }

  /** The YAML between the fences of a vendor's page. */
  static OpenApiJudge ofPage(String page) {
    return new OpenApiJudge(documentIn(page));
  }

  /** The YAML between the fences, as the vendor wrote it. */
  static String documentIn(String page) {
    String text = page.substring(page.indexOf("openapi:"));
    return text.substring(0, text.indexOf("\n```"));
  }

  List<String> aboutAnswer(String method, String path, Answer answer) {
    return complaints(
        validator.validateResponse(
            path,
            Method.valueOf(method),
            SimpleResponse.Builder.status(answer.status())
                .withContentType(answer.contentType())
                .withBody(answer.body())
                .build()));
  }

  /**
   * @param request the {@code request} member of an interaction in a pact file
   */
  List<String> aboutRequest(JsonNode request) {
    SimpleRequest.Builder builder =
        new SimpleRequest.Builder(
            request.required("method").asText(), request.required("path").asText());
    request
        .path("query")
        .properties()
        .forEach(entry -> builder.withQueryParam(entry.getKey(), entry.getValue().get(0).asText()));
    request
        .path("headers")
        .properties()
        .forEach(entry -> builder.withHeader(entry.getKey(), entry.getValue().get(0).asText()));
    return complaints(validator.validateRequest(builder.build()));
  }

  private static List<String> complaints(ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == Level.ERROR)
        .flatMap(OpenApiJudge::reasons)
        .map(message -> message.getMessage().replaceAll("\\s+", " "))
        .sorted()
        .toList();
  }

  /**
   * What a schema in an allOf complains about stands below the message, which only says that it
   * complains.
   */
  private static Stream<Message> reasons(Message message) {
    List<Message> below = message.getNestedMessages();
    return below.isEmpty() ? Stream.of(message) : below.stream().flatMap(OpenApiJudge::reasons);
  }
}
