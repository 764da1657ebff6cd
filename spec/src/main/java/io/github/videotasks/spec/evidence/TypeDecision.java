package io.github.videotasks.spec.evidence;

import io.github.videotasks.spec.finding.Place;
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
 * @param claims each claimed type with the first place that claims it
 */
public record TypeDecision(@Nullable String type, Map<String, Place> claims) {
  /** Decides about a shape. */
  public static TypeDecision of(Shape shape) {
    Map<String, Place> claims = new LinkedHashMap<>();
    for (String page : pages(shape)) {
      Map<String, Place> shown = new LinkedHashMap<>();
      shape.shown().stream()
          .filter(s -> s.place().file().equals(page) && !s.value().isNull())
          .forEach(s -> shown.putIfAbsent(s.type(), s.place()));
      if (shown.isEmpty()) {
        shape.declared().stream()
            .filter(d -> d.place().file().equals(page))
            .forEach(d -> claim(shown, d.type(), d.place()));
      }
      shown.forEach(claims::putIfAbsent);
    }
    return new TypeDecision(agreed(claims.keySet()), claims);
  }

  /** Tells whether pages disagree. */
  public boolean conflict() {
    return type == null && claims.size() > 1;
  }

  private static void claim(Map<String, Place> claims, @Nullable String type, Place place) {
    if (type != null && !type.equals("null")) {
      claims.putIfAbsent(type, place);
    }
  }

  private static @Nullable String agreed(Set<String> types) {
    if (types.equals(Set.of("integer", "number"))) {
      return "number";
    }
    return types.size() == 1 ? types.iterator().next() : null;
  }

  private static Set<String> pages(Shape shape) {
    Set<String> pages = new LinkedHashSet<>();
    shape.declared().forEach(d -> pages.add(d.place().file()));
    shape.shown().forEach(s -> pages.add(s.place().file()));
    return pages;
  }
}
