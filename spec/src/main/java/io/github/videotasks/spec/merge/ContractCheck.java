package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.evidence.JsonSchemas;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Holds every kept example against the contract that was derived from it. */
public final class ContractCheck {
  private final ObjectNode canonical;
  private final Findings out;

  /**
   * Prepares to check against a contract.
   *
   * @param canonical the contract
   * @param out takes an error for each example that does not fit
   */
  public ContractCheck(ObjectNode canonical, Findings out) {
    this.canonical = canonical;
    this.out = out;
  }

  /** Checks what the pages show of one operation. */
  public void check(MergedOperation operation) {
    JsonNode written =
        canonical
            .path("paths")
            .path(operation.path())
            .path(operation.method().toLowerCase(Locale.ROOT));
    Map<String, JsonSchemas> prepared = new HashMap<>();
    for (SourceOperation source : operation.sources()) {
      source.sent().forEach(sent -> check(sent, written.path("requestBody"), prepared));
      source
          .answers()
          .forEach(
              answer -> check(answer, written.path("responses").path(answer.status()), prepared));
    }
  }

  private void check(Answer content, JsonNode holder, Map<String, JsonSchemas> prepared) {
    if (content.examples().isEmpty()) {
      return;
    }
    JsonSchemas schemas =
        prepared.computeIfAbsent(
            content.status() + " " + content.media(),
            key ->
                JsonSchemas.of(
                    holder.path("content").path(content.media()).path("schema"), canonical));
    content.examples().forEach(example -> check(example, schemas));
  }

  private void check(Example example, JsonSchemas schemas) {
    for (Error error : schemas.check(example.value())) {
      out.add(
          new Finding(
              "example-invalid",
              Severity.ERROR,
              example.place(),
              "example " + example.id() + " does not fit the canonical schema: " + error,
              "Adapt the correction that narrowed the schema"));
    }
  }
}
