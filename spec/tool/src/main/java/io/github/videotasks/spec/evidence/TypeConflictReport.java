package io.github.videotasks.spec.evidence;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reports a field on whose type the pages disagree.
 *
 * <p>The number of pages does not decide the type, because a client must decode the responses of
 * every page. The finding names the type of the fewest pages first and is located there, so that
 * one odd page among many is visible.
 */
final class TypeConflictReport {
  private static final int MAX_PAGES = 5;

  private TypeConflictReport() {}

  /** Returns the finding for a field; null when the pages agree or a number includes all values. */
  static @Nullable Finding of(String name, FieldEvidence evidence) {
    TypeDecision decision = TypeDecision.of(evidence);
    if (decision.candidates().size() < 2 || areAlternatives(evidence, decision)) {
      return null;
    }
    boolean widened = isWidened(decision);
    if (widened && evidence.declarations().stream().noneMatch(TypeConflictReport::isInteger)) {
      return null;
    }
    List<TypeForm> forms = new ArrayList<>(TypeForm.separate(evidence));
    forms.sort(
        Comparator.<TypeForm>comparingInt(form -> form.pages().size())
            .thenComparing(TypeConflictReport::firstLocation));
    SourceLocation reported = firstLocation(forms.get(0));
    return new Finding(
        "type-conflict",
        widened ? Severity.INFO : Severity.WARNING,
        reported,
        "expected one type of "
            + name
            + ", found "
            + forms.stream()
                .map(form -> describe(form, reported))
                .collect(Collectors.joining("; ")),
        action(decision));
  }

  /** Returns what was done about types that differ, for a finding. */
  static String action(TypeDecision decision) {
    if (decision.isConflict()) {
      return "Left without a type, so that a client decodes each of them; x-declared has them";
    }
    return isWidened(decision) ? "Widened to number" : "Took the type of the examples";
  }

  private static boolean isWidened(TypeDecision decision) {
    return "number".equals(decision.type())
        && (decision.candidates().containsKey("integer")
            || decision.contradictions().containsKey("integer"));
  }

  private static boolean isInteger(DeclaredSchema declared) {
    return declared.types().contains("integer");
  }

  /** Types of one list of types, or of the values of one enum, do not contradict each other. */
  private static boolean areAlternatives(FieldEvidence evidence, TypeDecision decision) {
    return evidence.declarations().stream()
        .anyMatch(declared -> declared.types().containsAll(decision.candidates().keySet()));
  }

  private static SourceLocation firstLocation(TypeForm form) {
    return form.pages().iterator().next();
  }

  private static String describe(TypeForm form, SourceLocation reported) {
    List<String> pages =
        form.pages().stream()
            .map(page -> page.equals(reported) ? "here" : page.toString())
            .toList();
    String count = pages.size() == 1 ? " on 1 page (" : " on " + pages.size() + " pages (";
    return form.type() + count + MessageText.list(pages, MAX_PAGES) + ")";
  }
}
