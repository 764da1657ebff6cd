package io.github.videotasks.spec.attention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares the responses of two contracts for what a person must look at. */
public final class AttentionComparison {
  private AttentionComparison() {}

  /**
   * Returns what needs attention, sorted.
   *
   * @param before the old contract; without operations there is nothing to compare
   * @param after the new contract
   * @param tables what client-ext knows; without the table of places no new place is reported
   */
  public static List<Attention> between(JsonNode before, JsonNode after, AttentionTables tables) {
    if (before.path("paths").isEmpty() || after.path("paths").isEmpty()) {
      return List.of();
    }
    Map<String, ResponseField> old = ResponseFields.of(before);
    Map<String, ResponseField> now = ResponseFields.of(after);
    List<Attention> found = new ArrayList<>(new StatusValueComparison(old, now, tables).compare());
    KnownPlaces places = tables.places();
    if (places != null) {
      found.addAll(new PlaceComparison(old, now, tables, places).compare());
    }
    return found.stream().distinct().sorted().toList();
  }
}
