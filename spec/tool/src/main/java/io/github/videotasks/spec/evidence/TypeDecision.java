package io.github.videotasks.spec.evidence;

import io.github.videotasks.spec.finding.SourceLocation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which type a place has, by the evidence of all pages.
 *
 * <p>On one page what its examples show counts, and what it declares only where they show nothing
 * but null. Between pages all must agree (an integer is also a number); where they do not, the
 * place gets no type.
 *
 * @param type the type; null when nobody says or they disagree
 * @param candidates each claimed type with the first place that claims it
 */
public record TypeDecision(@Nullable String type, Map<String, SourceLocation> candidates) {
  /** Decides about a shape. */
  public static TypeDecision of(FieldEvidence shape) {
    Map<String, SourceLocation> claims = new LinkedHashMap<>();
    for (String page : pages(shape)) {
      Map<String, SourceLocation> shown = new LinkedHashMap<>();
      shape.occurrences().stream()
          .filter(s -> s.location().file().equals(page) && !s.value().isNull())
          .forEach(s -> shown.putIfAbsent(s.type(), s.location()));
      if (shown.isEmpty()) {
        shape.declarations().stream()
            .filter(d -> d.location().file().equals(page))
            .forEach(d -> addCandidate(shown, d.type(), d.location()));
      }
      shown.forEach(claims::putIfAbsent);
    }
    return new TypeDecision(commonType(claims.keySet()), claims);
  }

  /** Tells whether pages disagree. */
  public boolean isConflict() {
    return type == null && candidates.size() > 1;
  }

  private static void addCandidate(
      Map<String, SourceLocation> claims, @Nullable String type, SourceLocation place) {
    if (type != null && !type.equals("null")) {
      claims.putIfAbsent(type, place);
    }
  }

  private static @Nullable String commonType(Set<String> types) {
    if (types.equals(Set.of("integer", "number"))) {
      return "number";
    }
    return types.size() == 1 ? types.iterator().next() : null;
  }

  private static Set<String> pages(FieldEvidence shape) {
    Set<String> pages = new LinkedHashSet<>();
    shape.declarations().forEach(d -> pages.add(d.location().file()));
    shape.occurrences().forEach(s -> pages.add(s.location().file()));
    return pages;
  }
}
