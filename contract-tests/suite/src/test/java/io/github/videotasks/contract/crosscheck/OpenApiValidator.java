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

/** Validates requests and responses against one OpenAPI document. */
final class OpenApiValidator {

  private static final String MISSING_BODY = "validation.response.body.missing";
  private static final int FIRST_ERROR_STATUS = 400;

  private final OpenApiInteractionValidator validator;

  /**
   * Creates a validator.
   *
   * @param document OpenAPI 3.0 as YAML or JSON
   */
  OpenApiValidator(String document) {
    // The paths in contracts do not contain the path of the server URL.
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(document)
            .withBasePathOverride("/")
            .build();
  }

  /** Creates a validator for the YAML between the code fences of a vendor's page. */
  static OpenApiValidator forPage(String page) {
    return new OpenApiValidator(extractDocument(page));
  }

  /** Returns the YAML between the code fences, as the vendor wrote it. */
  static String extractDocument(String page) {
    String text = page.substring(page.indexOf("openapi:"));
    return text.substring(0, text.indexOf("\n```"));
  }

  /**
   * Returns the error messages for a response. An error without a body is accepted, because OpenAPI
   * cannot say that a response body is optional, and proxies send none.
   */
  List<String> validateResponse(String method, String path, ProviderResponse response) {
    ValidationReport report =
        validator.validateResponse(
            path,
            Method.valueOf(method),
            SimpleResponse.Builder.status(response.status())
                .withContentType(response.contentType())
                .withBody(response.body())
                .build());
    boolean emptyError = response.status() >= FIRST_ERROR_STATUS && response.body().isEmpty();
    return errorMessages(
        report.getMessages().stream()
            .filter(message -> !(emptyError && message.getKey().equals(MISSING_BODY))));
  }

  /**
   * Returns the error messages for a request.
   *
   * @param request the {@code request} property of an interaction in a pact file
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
    return errorMessages(validator.validateRequest(builder.build()).getMessages().stream());
  }

  private static List<String> errorMessages(Stream<Message> messages) {
    return messages
        .filter(message -> message.getLevel() == Level.ERROR)
        .flatMap(OpenApiValidator::leafMessages)
        .map(message -> message.getMessage().replaceAll("\\s+", " "))
        .sorted()
        .toList();
  }

  /**
   * Returns the innermost messages. The message of an allOf only reports that one of its schemas
   * does not match; the reasons are nested messages.
   */
  private static Stream<Message> leafMessages(Message message) {
    List<Message> nested = message.getNestedMessages();
    return nested.isEmpty()
        ? Stream.of(message)
        : nested.stream().flatMap(OpenApiValidator::leafMessages);
  }
}
