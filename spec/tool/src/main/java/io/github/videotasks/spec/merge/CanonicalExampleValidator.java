package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.evidence.JsonSchemaValidator;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Validates every kept example against the canonical contract that was derived from it. */
public final class CanonicalExampleValidator {
  private final ObjectNode canonical;
  private final Findings out;

  /**
   * Creates a validator.
   *
   * @param canonical the contract
   * @param out receives an error for each invalid example
   */
  public CanonicalExampleValidator(ObjectNode canonical, Findings out) {
    this.canonical = canonical;
    this.out = out;
  }

  /**
   * Validates the examples of one operation.
   *
   * @param operation its kept examples are validated
   */
  public void validate(MergedOperation operation) {
    JsonNode written =
        canonical
            .path("paths")
            .path(operation.path())
            .path(operation.method().toLowerCase(Locale.ROOT));
    Map<String, JsonSchemaValidator> prepared = new HashMap<>();
    for (SourceOperation source : operation.sources()) {
      source
          .requestContents()
          .forEach(sent -> validate(sent, written.path("requestBody"), prepared));
      source
          .responseContents()
          .forEach(
              response ->
                  validate(response, written.path("responses").path(response.status()), prepared));
    }
  }

  private void validate(
      SourceContent content, JsonNode holder, Map<String, JsonSchemaValidator> prepared) {
    if (content.examples().isEmpty()) {
      return;
    }
    JsonSchemaValidator schemas =
        prepared.computeIfAbsent(
            content.status() + " " + content.mediaType(),
            key ->
                JsonSchemaValidator.of(
                    holder.path("content").path(content.mediaType()).path("schema"), canonical));
    content.examples().forEach(example -> validate(example, schemas));
  }

  private void validate(Example example, JsonSchemaValidator schemas) {
    for (Error error : schemas.validate(example.value())) {
      out.add(
          new Finding(
              "example-invalid",
              Severity.ERROR,
              example.location(),
              "expected example "
                  + example.id()
                  + " to be valid against the canonical schema, found: "
                  + error,
              "Adapt the correction that narrowed the schema"));
    }
  }
}
