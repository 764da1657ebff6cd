package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
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
  public static final int MAX_LIST_DEPTH = 20;

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
  public void report(String component, String field, FieldEvidence shape) {
    String name = component + "." + field;
    reportTypes(name, shape);
    reportTimestampFormats(name, field, shape);
  }

  /** Reports on the types of what has no field's name: a whole answer, or the items of a list. */
  public void reportTypes(String name, FieldEvidence shape) {
    reportTypeConflict(name, shape);
    reportContradictions(name, shape);
  }

  /** Reports lists of lists whose inner ones the contract leaves open. */
  public void reportDeepList(String name, FieldEvidence items) {
    SourceLocation place =
        items.declarations().isEmpty()
            ? items.occurrences().get(0).location()
            : items.declarations().get(0).location();
    out.add(
        new Finding(
            "deep-list",
            Severity.WARNING,
            place,
            "expected lists in lists to at most "
                + MAX_LIST_DEPTH
                + " levels, found more in "
                + name.replace("[]", ""),
            "The inner ones have no schema"));
  }

  /** Reports the descriptions that the contract does not take: it takes the first. */
  public void reportDescriptions(String name, FieldEvidence shape) {
    DeclaredSchema first = null;
    for (DeclaredSchema declared : shape.declarations()) {
      String text = description(declared);
      if (first == null && !text.isEmpty()) {
        first = declared;
      } else if (first != null && !text.isEmpty() && !text.equals(description(first))) {
        out.add(
            declared
                .document()
                .info(
                    "other-words",
                    declared.location(),
                    "the description of "
                        + name
                        + " is other words than at "
                        + first.location()
                        + ": "
                        + MessageText.excerpt(text),
                    "The contract has those, or a correction's"));
      }
    }
  }

  private static String description(DeclaredSchema declared) {
    return declared.schema().path("description").asText().strip();
  }

  /**
   * Reports the limits of what a client sends that did not come through.
   *
   * @param written the schema in the contract
   */
  public void reportConstraints(String name, FieldEvidence shape, JsonNode written) {
    for (String keyword : DeclaredConstraints.KEYWORDS) {
      for (DeclaredSchema declared : shape.declarations()) {
        JsonNode value = declared.schema().get(keyword);
        if (value != null && !written.has(keyword)) {
          out.add(
              declared
                  .document()
                  .warning(
                      "limit-conflict",
                      declared.document().location(declared.schema(), keyword),
                      name
                          + " has "
                          + keyword
                          + " "
                          + MessageText.excerpt(value.asText())
                          + " here, which another page lacks or the type does not fit",
                      "Left out"));
        }
      }
    }
  }

  private void reportTypeConflict(String name, FieldEvidence shape) {
    TypeDecision decision = TypeDecision.of(shape);
    if (decision.candidates().size() < 2) {
      return;
    }
    Map.Entry<String, SourceLocation> first = decision.candidates().entrySet().iterator().next();
    String others =
        decision.candidates().entrySet().stream()
            .skip(1)
            .map(e -> e.getKey() + " at " + e.getValue())
            .collect(Collectors.joining(", "));
    out.add(
        new Finding(
            "type-conflict",
            Severity.WARNING,
            first.getValue(),
            name + " is " + first.getKey() + " here and " + others,
            decision.isConflict() ? untypedAction(shape) : "Widened to " + decision.type()));
    if (decision.isConflict()) {
      reportDroppedProperties(name, shape);
    }
  }

  private static String untypedAction(FieldEvidence shape) {
    String shown =
        shape.properties().entrySet().stream()
            .filter(member -> member.getValue().declarations().isEmpty())
            .map(member -> MessageText.excerpt(member.getKey()))
            .collect(Collectors.joining(", "));
    return "Left without a type" + (shown.isEmpty() ? "" : "; only examples show its " + shown);
  }

  /** A field without a type has no properties: what pages say of those does not come through. */
  private void reportDroppedProperties(String name, FieldEvidence shape) {
    for (DeclaredSchema declared : shape.declarations()) {
      JsonNode properties = declared.schema().path("properties");
      if (!properties.isEmpty()) {
        out.add(
            declared
                .document()
                .warning(
                    "type-conflict",
                    declared.document().location(declared.schema(), "properties"),
                    "no schema names the members of "
                        + name
                        + ", which is another type elsewhere: "
                        + properties.properties().stream()
                            .map(e -> MessageText.excerpt(e.getKey()))
                            .collect(Collectors.joining(", ")),
                    "Left out; the examples keep them"));
      }
    }
  }

  private void reportContradictions(String name, FieldEvidence shape) {
    for (DeclaredSchema declared : shape.declarations()) {
      String type = declared.type();
      List<Occurrence> against =
          shape.occurrences().stream()
              .filter(s -> s.location().file().equals(declared.location().file()))
              .filter(s -> !s.value().isNull() && contradicts(shape, declared, s))
              .toList();
      if (!against.isEmpty()) {
        String shown =
            against.stream()
                .map(s -> s.type() + " in line " + s.location().line())
                .distinct()
                .collect(Collectors.joining(", "));
        out.add(
            new Finding(
                "type-contradicted",
                Severity.WARNING,
                declared.location(),
                name + " is declared as " + type + "; the page's own examples show " + shown,
                "Took the type of the examples"));
      }
    }
  }

  /** What one of a page's alternatives says is not contradicted by an example of the other. */
  private static boolean contradicts(
      FieldEvidence shape, DeclaredSchema declared, Occurrence shown) {
    return declared.type() != null
        && shape.declarations().stream()
            .filter(d -> d.location().file().equals(declared.location().file()))
            .noneMatch(d -> d.type() == null || fits(d.type(), shown.type()));
  }

  private static boolean fits(@Nullable String declared, String shown) {
    return shown.equals(declared) || ("number".equals(declared) && shown.equals("integer"));
  }

  private void reportTimestampFormats(String name, String field, FieldEvidence shape) {
    Map<TimestampFormat, TreeSet<SourceLocation>> places = new EnumMap<>(TimestampFormat.class);
    for (Occurrence shown : shape.occurrences()) {
      TimestampFormat unit = TimestampFormat.detect(field, shown.value());
      if (unit != null) {
        places.computeIfAbsent(unit, u -> new TreeSet<>()).add(shown.location());
      }
    }
    if (places.size() > 1) {
      String units =
          places.entrySet().stream()
              .map(e -> e.getKey().label() + " at " + join(e.getValue()))
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

  private static String join(Set<SourceLocation> places) {
    return places.stream().map(SourceLocation::toString).collect(Collectors.joining(", "));
  }
}
