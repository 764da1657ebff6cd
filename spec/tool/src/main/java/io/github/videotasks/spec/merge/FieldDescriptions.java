package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.Occurrence;
import io.github.videotasks.spec.evidence.TimestampFormat;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The description of a field without a correction: the description of the first page that has one,
 * otherwise the providers whose examples show the field.
 */
final class FieldDescriptions {
  private FieldDescriptions() {}

  static String of(String field, FieldEvidence evidence) {
    String units = timestampNote(field, evidence);
    String own = firstDeclared(evidence);
    if (!own.isEmpty()) {
      return own + units;
    }
    Set<String> shownBy = new TreeSet<>();
    evidence.occurrences().forEach(s -> shownBy.add(s.example().document().provider().id()));
    return (shownBy.isEmpty() ? "Declared only." : "Shown by " + String.join(", ", shownBy) + ".")
        + units;
  }

  /** Returns the first description that a page has; empty when no page has one. */
  static String firstDeclared(FieldEvidence evidence) {
    return evidence.declarations().stream()
        .map(declared -> declared.schema().path("description").asText().strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * Returns a note with the unit of a timestamp, which descriptions of pages rarely state; else
   * empty.
   */
  private static String timestampNote(String field, FieldEvidence evidence) {
    EnumSet<TimestampFormat> units = EnumSet.noneOf(TimestampFormat.class);
    for (Occurrence shown : evidence.occurrences()) {
      TimestampFormat unit = TimestampFormat.detect(field, shown.value());
      if (unit != null) {
        units.add(unit);
      }
    }
    return units.isEmpty()
        ? ""
        : " A time: "
            + units.stream().map(TimestampFormat::label).collect(Collectors.joining(", or "))
            + ".";
  }
}
