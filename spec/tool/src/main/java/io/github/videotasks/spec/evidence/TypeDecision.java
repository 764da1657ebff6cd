package io.github.videotasks.spec.evidence;

import io.github.videotasks.spec.finding.SourceLocation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Type of a field, decided from the evidence of all pages.
 *
 * <p>Within a page the examples decide; its declarations count only if the examples show nothing
 * but null. Across pages all types must agree (an integer is also a number); otherwise the field
 * gets no type.
 *
 * @param type the type; null when there is no evidence or the pages disagree
 * @param candidates each type found, with its first location
 */
public record TypeDecision(@Nullable String type, Map<String, SourceLocation> candidates) {
  /** Returns the decision for a field. */
  public static TypeDecision of(FieldEvidence evidence) {
    Map<String, SourceLocation> candidates = new LinkedHashMap<>();
    // Pages with a declaration come first, in their order.
    Map<String, Map<String, SourceLocation>> declaredByPage = new LinkedHashMap<>();
    Map<String, Map<String, SourceLocation>> shownByPage = new HashMap<>();
    for (DeclaredSchema declared : evidence.declarations()) {
      addCandidate(
          declaredByPage.computeIfAbsent(declared.location().file(), p -> new LinkedHashMap<>()),
          declared.type(),
          declared.location());
    }
    for (Occurrence shown : evidence.occurrences()) {
      String page = shown.location().file();
      declaredByPage.computeIfAbsent(page, p -> new LinkedHashMap<>());
      addCandidate(
          shownByPage.computeIfAbsent(page, p -> new LinkedHashMap<>()),
          shown.type(),
          shown.location());
    }
    declaredByPage.forEach(
        (page, declared) -> {
          Map<String, SourceLocation> shown = shownByPage.getOrDefault(page, Map.of());
          (shown.isEmpty() ? declared : shown).forEach(candidates::putIfAbsent);
        });
    return new TypeDecision(commonType(candidates.keySet()), candidates);
  }

  /** Returns whether pages disagree on the type. */
  public boolean isConflict() {
    return type == null && candidates.size() > 1;
  }

  private static void addCandidate(
      Map<String, SourceLocation> candidates, @Nullable String type, SourceLocation location) {
    if (type != null && !type.equals("null")) {
      candidates.putIfAbsent(type, location);
    }
  }

  private static @Nullable String commonType(Set<String> types) {
    if (types.equals(Set.of("integer", "number"))) {
      return "number";
    }
    return types.size() == 1 ? types.iterator().next() : null;
  }
}
