package io.github.videotasks.spec.attention;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds status values of the contract that the table of status values lacks, at the fields where
 * client-ext reads the status. A wait for such a task would poll on until its deadline.
 */
public final class UnknownStatusValues {
  private static final SourceLocation CONTRACT = new SourceLocation("canonical/openapi.yaml", 0);

  private UnknownStatusValues() {}

  /**
   * {@return an error for each value, with the line to add}
   *
   * @param contract the new contract
   * @param tables what client-ext knows; without both tables nothing is found
   * @param lines finds the lines of values in pages
   */
  public static List<Finding> find(JsonNode contract, AttentionTables tables, ValueLines lines) {
    KnownPlaces places = tables.places();
    StatusTable statuses = tables.statuses();
    List<Finding> found = new ArrayList<>();
    if (places == null || statuses == null) {
      return found;
    }
    for (ResponseField field : ResponseFields.of(contract).values()) {
      if (places.knows(PlaceKind.STATUS, field.path())) {
        field.values().stream()
            .filter(value -> !statuses.knows(value))
            .map(value -> unknown(field, value, lines))
            .forEach(found::add);
      }
    }
    return found.stream().sorted().toList();
  }

  private static Finding unknown(ResponseField field, String value, ValueLines lines) {
    String name = field.path().get(field.path().size() - 1);
    Collection<ShownValue> shown = field.shown(value);
    SourceLocation location =
        shown.stream()
            .map(ShownValue::location)
            .filter(at -> at != null)
            .findFirst()
            .map(at -> lines.lineOf(at, name, value))
            .orElse(CONTRACT);
    return new Finding(
        "unknown-status",
        Severity.ERROR,
        location,
        "expected a value of "
            + StatusTable.SOURCE
            + " at "
            + field.location()
            + ", found '"
            + MessageText.excerpt(value)
            + "', for which a wait polls on until its deadline",
        "Add the line '  "
            + MessageText.excerpt(StatusTable.normalize(value))
            + ": RUNNING', or with the stage QUEUED, SUCCEEDED, FAILED or CANCELLED, to the values"
            + " of "
            + StatusTable.SOURCE
            + ", and the value to StageMapping.java of client-ext");
  }
}
