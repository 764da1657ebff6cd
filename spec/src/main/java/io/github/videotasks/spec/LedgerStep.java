package io.github.videotasks.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.correct.Corrector;
import io.github.videotasks.spec.evidence.FieldFindings;
import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.merge.Components;
import io.github.videotasks.spec.merge.Draft;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.merge.MergedParameter;
import io.github.videotasks.spec.write.Ledger;
import java.util.List;
import java.util.Locale;

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
    operations.forEach(o -> o.parameters().values().forEach(p -> parameter(o, p)));
    fields.forEach(this::field);
    return ledger.write();
  }

  private void parameter(MergedOperation operation, MergedParameter parameter) {
    JsonNode written =
        draft
            .root()
            .path("paths")
            .path(operation.path())
            .path(operation.method().toLowerCase(Locale.ROOT));
    String name = written.path("operationId").asText();
    for (JsonNode candidate : written.path("parameters")) {
      if (candidate.path("name").asText().equals(parameter.name())
          && candidate.path("in").asText().equals(parameter.in())) {
        ledger.add(
            name + "." + parameter.in() + "." + parameter.name(),
            candidate.path("schema"),
            candidate.path("required").asBoolean(),
            parameter.shape(),
            corrector.touching(candidate));
      }
    }
    findings.report(name, parameter.name(), parameter.shape());
  }

  private void field(Components.Field field) {
    JsonNode component = draft.root().path("components").path("schemas").path(field.component());
    boolean required = false;
    for (JsonNode name : component.path("required")) {
      required |= name.asText().equals(field.field());
    }
    Shape parent = draft.shape(field.parent());
    ledger.add(
        field.component() + "." + field.field(),
        component.path("properties").path(field.field()),
        required,
        parent == null ? new Shape() : parent.slot(field.field()),
        corrector.touching(field.inline()));
    Shape shape = draft.shape(field.inline());
    if (shape != null) {
      findings.report(field.component(), field.field(), shape);
    }
  }
}
