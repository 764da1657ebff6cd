package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.evidence.TypeDecision;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The forms that the pages declare for one parameter. The contract has one form: that of most
 * declarations, of several the default form, else the first by its text.
 */
final class ParameterForms {
  private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");

  /** A form with the places that declare it. */
  private record DeclaredForm(ParameterForm form, Set<SourceLocation> locations) {}

  private final MergedParameter parameter;

  /** Forms by what they write. */
  private final Map<String, DeclaredForm> declared = new TreeMap<>();

  private ParameterForms(MergedParameter parameter) {
    this.parameter = parameter;
    boolean scalar = SCALARS.contains(String.valueOf(TypeDecision.of(parameter.evidence()).type()));
    for (MergedParameter.ParameterDeclaration declaration : parameter.declarations()) {
      JsonNode node = declaration.node();
      int line = declaration.document().lines().lineOf(node);
      if (line == 0) {
        // Not from a page: a path parameter that none declares.
        continue;
      }
      ParameterForm form = ParameterForm.of(node);
      DeclaredForm known =
          declared.computeIfAbsent(
              form.wireKey(scalar), key -> new DeclaredForm(form, new TreeSet<>()));
      known.locations().add(location(declaration));
      if (form.explode() && !known.form().explode()) {
        declared.put(form.wireKey(scalar), new DeclaredForm(form, known.locations()));
      }
    }
  }

  private static SourceLocation location(MergedParameter.ParameterDeclaration declaration) {
    return ParameterForm.KEYWORDS.stream()
        .filter(declaration.node()::has)
        .findFirst()
        .map(keyword -> declaration.document().location(declaration.node(), keyword))
        .orElseGet(() -> declaration.document().location(declaration.node()));
  }

  /** Returns the form of a parameter in the contract. */
  static ParameterForm chosen(MergedParameter parameter) {
    return new ParameterForms(parameter).chosen();
  }

  private ParameterForm chosen() {
    Comparator<DeclaredForm> most = Comparator.comparing(f -> -f.locations().size());
    return declared.values().stream()
        .min(most.thenComparing(f -> !f.form().isDefault()).thenComparing(f -> f.form().toString()))
        .map(DeclaredForm::form)
        .orElseGet(() -> ParameterForm.of(parameter.declarations().get(0).node()));
  }

  /** Reports each parameter of an operation for which the pages declare different forms. */
  static void reportConflicts(MergedOperation operation, Findings out) {
    for (MergedParameter parameter : operation.parameters().values()) {
      ParameterForms forms = new ParameterForms(parameter);
      if (forms.declared.size() > 1) {
        out.add(forms.conflict(operation));
      }
    }
  }

  private Finding conflict(MergedOperation operation) {
    ParameterForm chosen = chosen();
    List<DeclaredForm> others =
        declared.values().stream().filter(f -> !f.form().equals(chosen)).toList();
    SourceLocation reported = others.get(0).locations().iterator().next();
    List<String> found =
        declared.values().stream()
            .map(f -> f.form() + " " + MessageText.list(texts(f.locations(), reported)))
            .toList();
    return new Finding(
        "parameter-form",
        Severity.WARNING,
        reported,
        "expected one form of the "
            + parameter.in()
            + " parameter '"
            + MessageText.excerpt(parameter.name())
            + "' of "
            + operation.method()
            + " "
            + operation.path()
            + ", found "
            + String.join(" and ", found),
        "Wrote " + chosen + "; gateways that read another form misread the parameter");
  }

  private static List<String> texts(Set<SourceLocation> locations, SourceLocation reported) {
    return locations.stream().map(location -> location.citedAt(reported)).toList();
  }
}
