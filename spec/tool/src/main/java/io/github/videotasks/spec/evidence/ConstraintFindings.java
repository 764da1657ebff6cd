package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.tree.DeclaredForms;
import io.github.videotasks.spec.tree.JsonNodes;
import org.jspecify.annotations.Nullable;

/**
 * Reports what is declared and not in the contract: constraints, formats, maps, values of enums.
 */
public final class ConstraintFindings {
  private static final String CORRECTED = "a correction replaced it";

  private final Findings out;

  /**
   * Creates a reporter.
   *
   * @param out receives a finding for each declared keyword
   */
  public ConstraintFindings(Findings out) {
    this.out = out;
  }

  /**
   * Reports what the contract lacks of the declarations of a value.
   *
   * @param name name of the value in messages
   * @param evidence evidence of the value
   * @param written the schema in the contract
   * @param request whether a client sends the value; limits of a response are not in the contract
   */
  public void report(String name, FieldEvidence evidence, JsonNode written, boolean request) {
    if (written.has(DeclaredForms.KEYWORD)) {
      for (TypeForm form : TypeForm.of(evidence)) {
        report(name, form.declaredAlone(), DeclaredForms.schema(written, form.type()), request);
      }
      return;
    }
    String type = written.path("type").isTextual() ? written.path("type").textValue() : null;
    LossReasons reasons = new LossReasons(evidence, type);
    for (DeclaredSchema declared : evidence.declarations()) {
      if (request) {
        reportLimits(name, declared, written, reasons);
      }
      reportFormat(name, declared, written, reasons);
      reportMap(name, declared, written, reasons);
      reportEnumValues(name, declared, type);
      for (String keyword : DeclaredConstraints.ANNOTATIONS) {
        if (declared.schema().path(keyword).asBoolean() && !written.has(keyword)) {
          String reason = reasons.againstAnnotation(keyword);
          add(Severity.INFO, declared, keyword, message(name, keyword, reason), "Left out");
        }
      }
    }
  }

  private void reportLimits(
      String name, DeclaredSchema declared, JsonNode written, LossReasons reasons) {
    for (String keyword : DeclaredConstraints.KEYWORDS) {
      Limit limit = Limit.of(declared.schema(), keyword);
      if (limit != null && limit.value().isNull()) {
        String message = message(name, limit.label(), "null is the value of an absent field");
        add(Severity.INFO, declared, keyword, message, "Left out; the field is nullable");
      } else if (limit != null && !written.has(keyword)) {
        report(name, declared, keyword, limit.label(), reasons.against(limit));
      }
    }
  }

  private void reportFormat(
      String name, DeclaredSchema declared, JsonNode written, LossReasons reasons) {
    String format = declared.schema().path("format").asText();
    if (!format.isEmpty() && !format.equals(written.path("format").asText())) {
      report(name, declared, "format", "format " + format, reasons.againstFormat(format));
    }
  }

  private void reportMap(
      String name, DeclaredSchema declared, JsonNode written, LossReasons reasons) {
    if (MapKeys.declaresMap(declared.schema())
        && !written.path("additionalProperties").isObject()
        && reasons.againstMap() != null) {
      String keyword = "additionalProperties";
      report(name, declared, keyword, keyword, reasons.againstMap());
    }
  }

  private void reportEnumValues(String name, DeclaredSchema declared, @Nullable String type) {
    for (JsonNode value : declared.schema().path("enum")) {
      if (type != null && !value.isNull() && JsonTypes.read(value, type) == null) {
        String text = "the enum value " + JsonNodes.compact(value);
        report(name, declared, "enum", text, "it does not fit the type " + type);
      }
    }
  }

  private void report(
      String name, DeclaredSchema declared, String keyword, String text, @Nullable String reason) {
    add(Severity.WARNING, declared, keyword, message(name, text, reason), "Left out");
  }

  private void add(
      Severity severity, DeclaredSchema declared, String keyword, String message, String action) {
    SourceLocation location = declared.document().location(declared.schema(), keyword);
    out.add(new Finding("limit-conflict", severity, location, message, action));
  }

  private static String message(String name, String text, @Nullable String reason) {
    return name
        + " has "
        + MessageText.excerpt(text)
        + " here; "
        + (reason == null ? CORRECTED : reason);
  }
}
