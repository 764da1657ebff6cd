package io.github.videotasks.contract.crosscheck;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.replay.ProviderResponse;
import java.util.List;
import java.util.stream.Stream;

/** One OpenAPI document's opinion of requests and answers. */
final class OpenApiValidator {

  private final OpenApiInteractionValidator validator;

  /**
   * @param document OpenAPI 3.0 as YAML or JSON
   */
  OpenApiValidator(String document) {
    // Requests of contracts carry paths without the server's.
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(document)
            .withBasePathOverride("/")
            .build();
  }

  /** The YAML between the fences of a vendor's page. */
  static OpenApiValidator forPage(String page) {
    return new OpenApiValidator(extractDocument(page));
  }

  /** The YAML between the fences, as the vendor wrote it. */
  static String extractDocument(String page) {
    String text = page.substring(page.indexOf("openapi:"));
    return text.substring(0, text.indexOf("\n```"));
  }

  List<String> validateResponse(String method, String path, ProviderResponse answer) {
    return errorMessages(
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
  List<String> validateRequest(JsonNode request) {
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
    return errorMessages(validator.validateRequest(builder.build()));
  }

  private static List<String> errorMessages(ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == Level.ERROR)
        .flatMap(OpenApiValidator::leafMessages)
        .map(message -> message.getMessage().replaceAll("\\s+", " "))
        .sorted()
        .toList();
  }

  /**
   * What a schema in an allOf complains about stands below the message, which only says that it
   * complains.
   */
  private static Stream<Message> leafMessages(Message message) {
    List<Message> below = message.getNestedMessages();
    return below.isEmpty()
        ? Stream.of(message)
        : below.stream().flatMap(OpenApiValidator::leafMessages);
  }
}
