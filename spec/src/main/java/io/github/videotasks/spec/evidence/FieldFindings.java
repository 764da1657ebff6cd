package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.page.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports what the evidence says about one field of the canonical contract. */
public final class FieldFindings {
  /** Readers of YAML stop at 50 levels, and lists of lists are not moved to components. */
  public static final int DEEPEST_LIST = 20;

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
    reportWhole(name, shape);
    timeUnits(name, field, shape);
  }

  /** Reports on the types of what has no field's name: a whole answer, or the items of a list. */
  public void reportWhole(String name, Shape shape) {
    typeConflict(name, shape);
    contradictions(name, shape);
  }

  /** Reports lists of lists whose inner ones the contract leaves open. */
  public void deepList(String name, Shape items) {
    Place place =
        items.declared().isEmpty() ? items.shown().get(0).place() : items.declared().get(0).place();
    out.add(
        new Finding(
            "deep-list",
            Severity.WARNING,
            place,
            "expected lists in lists to at most "
                + DEEPEST_LIST
                + " levels, found more in "
                + name.replace("[]", ""),
            "The inner ones have no schema"));
  }

  /** Reports the descriptions that the contract does not take: it takes the first. */
  public void words(String name, Shape shape) {
    Declared first = null;
    for (Declared declared : shape.declared()) {
      String text = text(declared);
      if (first == null && !text.isEmpty()) {
        first = declared;
      } else if (first != null && !text.isEmpty() && !text.equals(text(first))) {
        out.add(
            declared
                .document()
                .info(
                    "other-words",
                    declared.place(),
                    "the description of "
                        + name
                        + " is other words than at "
                        + first.place()
                        + ": "
                        + Texts.shown(text),
                    "The contract has those, or a correction's"));
      }
    }
  }

  private static String text(Declared declared) {
    return declared.schema().path("description").asText().strip();
  }

  /**
   * Reports the limits of what a client sends that did not come through.
   *
   * @param written the schema in the contract
   */
  public void limits(String name, Shape shape, JsonNode written) {
    for (String keyword : DeclaredLimits.KEYWORDS) {
      for (Declared declared : shape.declared()) {
        JsonNode value = declared.schema().get(keyword);
        if (value != null && !written.has(keyword)) {
          out.add(
              declared
                  .document()
                  .warning(
                      "limit-conflict",
                      declared.document().place(declared.schema(), keyword),
                      name
                          + " has "
                          + keyword
                          + " "
                          + Texts.shown(value.asText())
                          + " here, which another page lacks or the type does not fit",
                      "Left out"));
        }
      }
    }
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
            decision.conflict() ? withoutType(shape) : "Widened to " + decision.type()));
    if (decision.conflict()) {
      members(name, shape);
    }
  }

  private static String withoutType(Shape shape) {
    String shown =
        shape.properties().entrySet().stream()
            .filter(member -> member.getValue().declared().isEmpty())
            .map(member -> Texts.shown(member.getKey()))
            .collect(Collectors.joining(", "));
    return "Left without a type" + (shown.isEmpty() ? "" : "; only examples show its " + shown);
  }

  /** A field without a type has no properties: what pages say of those does not come through. */
  private void members(String name, Shape shape) {
    for (Declared declared : shape.declared()) {
      JsonNode properties = declared.schema().path("properties");
      if (!properties.isEmpty()) {
        out.add(
            declared
                .document()
                .warning(
                    "type-conflict",
                    declared.document().place(declared.schema(), "properties"),
                    "no schema names the members of "
                        + name
                        + ", which is another type elsewhere: "
                        + properties.properties().stream()
                            .map(e -> Texts.shown(e.getKey()))
                            .collect(Collectors.joining(", ")),
                    "Left out; the examples keep them"));
      }
    }
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
