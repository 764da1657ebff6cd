package io.github.videotasks.spec.evidence;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports what the evidence says about one field of the canonical contract. */
public final class FieldFindings {
  private final Findings out;

  public FieldFindings(Findings out) {
    this.out = out;
  }

  /**
   * Reports on a field.
   *
   * @param component the schema that has the field
   * @param field the field's name
   * @param shape what is known of it
   */
  public void report(String component, String field, Shape shape) {
    String name = component + "." + field;
    typeConflict(name, shape);
    contradictions(name, shape);
    timeUnits(name, field, shape);
  }

  private void typeConflict(String name, Shape shape) {
    TypeDecision decision = TypeDecision.of(shape);
    if (decision.claims().size() < 2) {
      return;
    }
    Map.Entry<String, Place> first = decision.claims().entrySet().iterator().next();
    String others =
        decision.claims().entrySet().stream()
            .skip(1)
            .map(e -> e.getKey() + " at " + e.getValue())
            .collect(Collectors.joining(", "));
    out.add(
        new Finding(
            "type-conflict",
            Severity.WARNING,
            first.getValue(),
            name + " is " + first.getKey() + " here and " + others,
            decision.conflict() ? "Left without a type" : "Widened to " + decision.type()));
  }

  private void contradictions(String name, Shape shape) {
    for (Declared declared : shape.declared()) {
      String type = declared.type();
      List<Shown> against =
          shape.shown().stream()
              .filter(s -> s.place().file().equals(declared.place().file()))
              .filter(s -> !s.value().isNull() && contradicts(shape, declared, s))
              .toList();
      if (!against.isEmpty()) {
        String shown =
            against.stream()
                .map(s -> s.type() + " in line " + s.place().line())
                .distinct()
                .collect(Collectors.joining(", "));
        out.add(
            new Finding(
                "type-contradicted",
                Severity.WARNING,
                declared.place(),
                name + " is declared as " + type + "; the page's own examples show " + shown,
                "Took the type of the examples"));
      }
    }
  }

  /** What one of a page's alternatives says is not contradicted by an example of the other. */
  private static boolean contradicts(Shape shape, Declared declared, Shown shown) {
    return declared.type() != null
        && shape.declared().stream()
            .filter(d -> d.place().file().equals(declared.place().file()))
            .noneMatch(d -> d.type() == null || fits(d.type(), shown.type()));
  }

  private static boolean fits(@Nullable String declared, String shown) {
    return shown.equals(declared) || ("number".equals(declared) && shown.equals("integer"));
  }

  private void timeUnits(String name, String field, Shape shape) {
    Map<TimeUnit, TreeSet<Place>> places = new EnumMap<>(TimeUnit.class);
    for (Shown shown : shape.shown()) {
      TimeUnit unit = TimeUnit.of(field, shown.value());
      if (unit != null) {
        places.computeIfAbsent(unit, u -> new TreeSet<>()).add(shown.place());
      }
    }
    if (places.size() > 1) {
      String units =
          places.entrySet().stream()
              .map(e -> e.getKey().words() + " at " + join(e.getValue()))
              .collect(Collectors.joining("; "));
      out.add(
          new Finding(
              "time-units",
              Severity.WARNING,
              places.values().iterator().next().first(),
              name + " is in " + units,
              "Kept as it comes; the description says so"));
    }
  }

  private static String join(Set<Place> places) {
    return places.stream().map(Place::toString).collect(Collectors.joining(", "));
  }
}
