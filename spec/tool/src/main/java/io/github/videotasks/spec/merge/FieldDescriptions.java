package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.Occurrence;
import io.github.videotasks.spec.evidence.TimestampFormat;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is said of a field as long as no correction says it: the page's own words, else the
 * evidence.
 */
final class FieldDescriptions {
  private FieldDescriptions() {}

  static String of(String field, FieldEvidence shape) {
    String units = timestampNote(field, shape);
    String own = firstDeclared(shape);
    if (!own.isEmpty()) {
      return own + units;
    }
    Set<String> shownBy = new TreeSet<>();
    shape.occurrences().forEach(s -> shownBy.add(s.example().document().provider().id()));
    return (shownBy.isEmpty() ? "Declared only." : "Shown by " + String.join(", ", shownBy) + ".")
        + units;
  }

  /** Gives the first page's own words; empty when no page has any. */
  static String firstDeclared(FieldEvidence shape) {
    return shape.declarations().stream()
        .map(declared -> declared.schema().path("description").asText().strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** A time is worth a word even beside the page's own ones, which rarely say the unit. */
  private static String timestampNote(String field, FieldEvidence shape) {
    EnumSet<TimestampFormat> units = EnumSet.noneOf(TimestampFormat.class);
    for (Occurrence shown : shape.occurrences()) {
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
