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
    for (DeclaredSchema declared : evidence.declarations()) {
      if (request) {
        reportLimits(name, evidence, declared, written, type);
      }
      reportFormat(name, evidence, declared, written, type);
      reportMap(name, evidence, declared, written);
      reportEnumValues(name, declared, type);
      for (String keyword : DeclaredConstraints.ANNOTATIONS) {
        if (declared.schema().path(keyword).asBoolean() && !written.has(keyword)) {
          DeclaredSchema lacking =
              KeywordCoverage.firstWithout(
                  evidence.declarations(), d -> d.schema().path(keyword).asBoolean());
          String reason = lacking == null ? null : lacks(lacking);
          add(Severity.INFO, declared, keyword, message(name, keyword, reason), "Left out");
        }
      }
    }
  }

  private void reportLimits(
      String name,
      FieldEvidence evidence,
      DeclaredSchema declared,
      JsonNode written,
      @Nullable String type) {
    for (String keyword : DeclaredConstraints.KEYWORDS) {
      Limit limit = Limit.of(declared.schema(), keyword);
      if (limit != null && limit.value().isNull()) {
        String message = message(name, limit.label(), "null is the value of an absent field");
        add(Severity.INFO, declared, keyword, message, "Left out; the field is nullable");
      } else if (limit != null && !written.has(keyword)) {
        String reason = DeclaredConstraints.reasonAgainst(evidence, limit, type);
        report(name, declared, keyword, limit.label(), reason);
      }
    }
  }

  private void reportFormat(
      String name,
      FieldEvidence evidence,
      DeclaredSchema declared,
      JsonNode written,
      @Nullable String type) {
    String format = declared.schema().path("format").asText();
    if (!format.isEmpty() && !format.equals(written.path("format").asText())) {
      String reason = FormatDecision.reasonAgainst(evidence, format, type);
      report(name, declared, "format", "format " + format, reason);
    }
  }

  private void reportMap(
      String name, FieldEvidence evidence, DeclaredSchema declared, JsonNode written) {
    DeclaredSchema lacking =
        MapKeys.declaresMap(declared.schema()) ? MapKeys.firstWithoutMap(evidence) : null;
    if (lacking != null && !written.path("additionalProperties").isObject()) {
      report(name, declared, "additionalProperties", "additionalProperties", lacks(lacking));
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

  private static String lacks(DeclaredSchema lacking) {
    return "another declaration lacks it at " + lacking.location();
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
