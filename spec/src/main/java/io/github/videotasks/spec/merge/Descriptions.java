package io.github.videotasks.spec.merge;

import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.evidence.Shown;
import io.github.videotasks.spec.evidence.TimeUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is said of a field as long as no correction says it: the page's own words, else the
 * evidence.
 */
final class Descriptions {
  private Descriptions() {}

  static String of(String field, Shape shape) {
    String units = units(field, shape);
    String own = own(shape);
    if (!own.isEmpty()) {
      return own + units;
    }
    Set<String> shownBy = new TreeSet<>();
    shape.shown().forEach(s -> shownBy.add(s.example().document().provider().id()));
    return (shownBy.isEmpty() ? "Declared only." : "Shown by " + String.join(", ", shownBy) + ".")
        + units;
  }

  /** Gives the first page's own words; empty when no page has any. */
  static String own(Shape shape) {
    return shape.declared().stream()
        .map(declared -> declared.schema().path("description").asText().strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** A time is worth a word even beside the page's own ones, which rarely say the unit. */
  private static String units(String field, Shape shape) {
    EnumSet<TimeUnit> units = EnumSet.noneOf(TimeUnit.class);
    for (Shown shown : shape.shown()) {
      TimeUnit unit = TimeUnit.of(field, shown.value());
      if (unit != null) {
        units.add(unit);
      }
    }
    return units.isEmpty()
        ? ""
        : " A time: "
            + units.stream().map(TimeUnit::words).collect(Collectors.joining(", or "))
            + ".";
  }
}
