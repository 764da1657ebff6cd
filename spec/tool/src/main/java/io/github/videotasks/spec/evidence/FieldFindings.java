package io.github.videotasks.spec.evidence;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reports conflicts and gaps in the evidence of a field of the canonical contract. */
public final class FieldFindings {
  /**
   * Maximum nesting of lists in lists. YAML parsers stop at 50 levels, and lists of lists are not
   * moved to components.
   */
  public static final int MAX_LIST_DEPTH = 20;

  private final Findings out;

  /**
   * Reports to a list of findings.
   *
   * @param out receives the findings
   */
  public FieldFindings(Findings out) {
    this.out = out;
  }

  /**
   * Reports type conflicts and mixed timestamp formats of a field.
   *
   * @param component name of the schema that has the field
   * @param field name of the field
   * @param evidence evidence of the field
   */
  public void report(String component, String field, FieldEvidence evidence) {
    String name = component + "." + field;
    reportTypes(name, evidence);
    reportTimestampFormats(name, field, evidence);
  }

  /**
   * Reports type conflicts of a value that is not a named field: a whole response, or the items of
   * a list.
   *
   * @param name name of the value in messages
   * @param evidence evidence of the value
   */
  public void reportTypes(String name, FieldEvidence evidence) {
    reportTypeConflict(name, evidence);
    reportContradictions(name, evidence);
  }

  /**
   * Reports lists nested more than {@link #MAX_LIST_DEPTH} levels deep: the contract has no schema
   * for the inner ones.
   *
   * @param name name of the value in messages
   * @param items evidence of the items at the limit
   */
  public void reportDeepList(String name, FieldEvidence items) {
    reportList(
        "expected lists nested at most "
            + MAX_LIST_DEPTH
            + " levels deep, found more in "
            + name.replace("[]", ""),
        items);
  }

  /**
   * Reports a list that is its own item.
   *
   * @param name name of the value in messages
   * @param items evidence of the items
   */
  public void reportRecursiveList(String name, FieldEvidence items) {
    reportList("expected a list that ends, found one that contains itself in " + name, items);
  }

  private void reportList(String message, FieldEvidence items) {
    SourceLocation location =
        items.declarations().isEmpty()
            ? items.occurrences().get(0).location()
            : items.declarations().get(0).location();
    out.add(
        new Finding(
            "deep-list", Severity.WARNING, location, message, "The inner lists have no schema"));
  }

  /**
   * Reports descriptions that differ from the first one.
   *
   * @param name name of the value in messages
   * @param evidence evidence of the value
   * @param written description in the contract, after the corrections
   */
  public void reportDescriptions(String name, FieldEvidence evidence, String written) {
    DeclaredSchema first = null;
    for (DeclaredSchema declared : evidence.declarations()) {
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
                        + " differs from the one "
                        + first.location().citedAt(declared.location())
                        + ": '"
                        + MessageText.excerpt(text)
                        + "'",
                    descriptionAction(description(first), written)));
      }
    }
  }

  /** Says which text is in the contract; it may end in a note about the unit of a timestamp. */
  private static String descriptionAction(String first, String written) {
    if (written.startsWith(first)) {
      return "The contract takes that one";
    }
    return written.isEmpty()
        ? "The contract has no description there"
        : "The contract takes the text of a correction";
  }

  private static String description(DeclaredSchema declared) {
    return declared.schema().path("description").asText().strip();
  }

  private void reportTypeConflict(String name, FieldEvidence evidence) {
    Finding conflict = TypeConflictReport.of(name, evidence);
    if (conflict != null) {
      out.add(conflict);
    }
  }

  private void reportContradictions(String name, FieldEvidence evidence) {
    Map<String, List<Occurrence>> occurrences =
        evidence.occurrences().stream()
            .filter(s -> !s.value().isNull())
            .collect(Collectors.groupingBy(s -> s.location().file()));
    if (occurrences.isEmpty()) {
      return;
    }
    Map<String, List<DeclaredSchema>> declarations =
        evidence.declarations().stream()
            .collect(
                Collectors.groupingBy(d -> d.location().file(), TreeMap::new, Collectors.toList()));
    // Not in the loop: the decision reads the declarations of all pages.
    String action = TypeConflictReport.action(TypeDecision.of(evidence));
    declarations.forEach(
        (page, declared) ->
            reportContradictions(
                name, declared, occurrences.getOrDefault(page, List.of()), action));
  }

  /** Reports the examples of one page that contradict all declarations of the page. */
  private void reportContradictions(
      String name, List<DeclaredSchema> declarations, List<Occurrence> occurrences, String action) {
    // A reference with a description, or the object around an allOf, declares no type itself.
    List<DeclaredSchema> typed =
        declarations.stream().filter(d -> !admittedTypes(d).isEmpty()).toList();
    Set<String> types = new HashSet<>();
    typed.forEach(declared -> types.addAll(admittedTypes(declared)));
    // An example of one alternative (oneOf, anyOf) does not contradict the other.
    List<String> against =
        occurrences.stream()
            .filter(s -> types.stream().noneMatch(t -> JsonTypes.fits(s.type(), t)))
            .map(s -> s.type() + " in line " + s.location().inFile())
            .distinct()
            .toList();
    if (!against.isEmpty()) {
      String shown = MessageText.list(against);
      for (DeclaredSchema declared : typed) {
        String type = String.join(" or ", admittedTypes(declared));
        out.add(
            new Finding(
                "type-contradicted",
                Severity.WARNING,
                declared.location(),
                name + " is declared as " + type + "; the page's own examples show " + shown,
                action));
      }
    }
  }

  /** Returns the declared types; {@code "null"} alone for a field that only admits null. */
  private static Set<String> admittedTypes(DeclaredSchema declared) {
    return "null".equals(declared.type()) ? Set.of("null") : declared.types();
  }

  private void reportTimestampFormats(String name, String field, FieldEvidence evidence) {
    Map<TimestampFormat, TreeSet<SourceLocation>> locations = new EnumMap<>(TimestampFormat.class);
    for (Occurrence shown : evidence.occurrences()) {
      TimestampFormat format = TimestampFormat.detect(field, shown.value());
      if (format != null) {
        locations.computeIfAbsent(format, f -> new TreeSet<>()).add(shown.location());
      }
    }
    if (locations.size() > 1) {
      SourceLocation first = locations.values().iterator().next().first();
      String formats =
          locations.entrySet().stream()
              .map(e -> e.getKey().label() + " " + cite(e.getValue(), first))
              .collect(Collectors.joining("; "));
      out.add(
          new Finding(
              "time-units",
              Severity.WARNING,
              first,
              name + " is in " + formats,
              "Kept as received; the description lists the formats"));
    }
  }

  private static String cite(Set<SourceLocation> locations, SourceLocation reported) {
    return locations.stream()
        .map(location -> location.citedAt(reported))
        .collect(Collectors.joining(", "));
  }
}
