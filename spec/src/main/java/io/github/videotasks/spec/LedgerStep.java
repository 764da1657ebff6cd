package io.github.videotasks.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.correct.Corrector;
import io.github.videotasks.spec.evidence.FieldFindings;
import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.evidence.TypeDecision;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.merge.Components;
import io.github.videotasks.spec.merge.Draft;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.merge.MergedParameter;
import io.github.videotasks.spec.tree.Json;
import io.github.videotasks.spec.write.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Goes through every parameter and field of the contract: one ledger line, and its findings. */
final class LedgerStep {
  private final Ledger ledger = new Ledger();
  private final Draft draft;
  private final Corrector corrector;
  private final FieldFindings findings;

  LedgerStep(Draft draft, Corrector corrector, Findings findings) {
    this.draft = draft;
    this.corrector = corrector;
    this.findings = new FieldFindings(findings);
  }

  byte[] write(List<MergedOperation> operations, List<Components.Field> fields) {
    for (MergedOperation operation : operations) {
      JsonNode written =
          draft
              .root()
              .path("paths")
              .path(operation.path())
              .path(operation.method().toLowerCase(Locale.ROOT));
      operation.parameters().values().forEach(p -> parameter(written, p));
      contents(written, operation);
    }
    fields.forEach(this::field);
    return ledger.write();
  }

  private void parameter(JsonNode operation, MergedParameter parameter) {
    String id = operation.path("operationId").asText();
    for (JsonNode candidate : operation.path("parameters")) {
      if (candidate.path("name").asText().equals(parameter.name())
          && candidate.path("in").asText().equals(parameter.in())) {
        String name = id + "." + parameter.in() + "." + parameter.name();
        ledger.add(
            name,
            candidate.path("schema"),
            candidate.path("required").asBoolean(),
            parameter.shape(),
            corrector.touching(candidate));
        findings.limits(id + "." + parameter.name(), parameter.shape(), candidate.path("schema"));
        items(name, parameter.shape());
      }
    }
    findings.report(id, parameter.name(), parameter.shape());
  }

  /** What is sent and answered as a whole has evidence of its own, fields or none. */
  private void contents(JsonNode written, MergedOperation operation) {
    String id = written.path("operationId").asText();
    JsonNode body = written.path("requestBody");
    operation
        .body()
        .forEach(
            (media, shape) ->
                content(id + ".body." + media, body, media, shape, operation.bodyRequired()));
    operation
        .answers()
        .forEach(
            (status, byMedia) ->
                byMedia.forEach(
                    (media, shape) ->
                        content(
                            id + ".answer." + status + "." + media,
                            written.path("responses").path(status),
                            media,
                            shape,
                            false)));
  }

  private void content(String name, JsonNode holder, String media, Shape shape, boolean required) {
    JsonNode schema = holder.path("content").path(media).path("schema");
    ledger.add(name, schema, required, shape.alone(), corrector.touching(schema));
    findings.reportWhole(name, shape.current());
    findings.words(name, shape.current());
    items(name, shape.current());
  }

  private void field(Components.Field field) {
    JsonNode component = draft.root().path("components").path("schemas").path(field.component());
    boolean required = false;
    for (JsonNode name : component.path("required")) {
      required |= name.asText().equals(field.field());
    }
    String name = field.component() + "." + field.field();
    Shape parent = draft.shape(field.parent());
    ledger.add(
        name,
        component.path("properties").path(field.field()),
        required,
        parent == null ? new Shape() : parent.slot(field.field()),
        corrector.touching(field.inline()));
    Shape shape = draft.shape(field.inline());
    if (shape != null) {
      findings.report(field.component(), field.field(), shape);
      findings.words(name, shape);
      if (draft.isRequest(field.inline())) {
        findings.limits(name, shape, field.inline());
      }
      items(name, shape);
    }
  }

  /** The items of a list have a line of their own when a page says more of them than their type. */
  private void items(String name, Shape list) {
    Shape items = list.items();
    if (items == null) {
      return;
    }
    String itemName = name + "[]";
    if (itemName.endsWith("[]".repeat(FieldFindings.DEEPEST_LIST + 1))) {
      findings.deepList(itemName, items);
      return;
    }
    if (items.declared().stream().anyMatch(d -> !d.words().isEmpty())) {
      String type = TypeDecision.of(items).type();
      JsonNode schema = type == null ? Json.object() : Json.object().put("type", type);
      ledger.add(itemName, schema, false, items, Set.of());
    }
    findings.reportWhole(itemName, items);
    findings.words(itemName, items);
    items(itemName, items);
  }
}
