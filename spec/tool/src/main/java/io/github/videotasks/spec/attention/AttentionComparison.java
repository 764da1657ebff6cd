package io.github.videotasks.spec.attention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the responses of two contracts for what a person must look at. */
public final class AttentionComparison {
  private AttentionComparison() {}

  /**
   * {@return what needs attention, sorted}
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
    return found.stream().collect(Collectors.groupingBy(Key::of)).values().stream()
        .map(AttentionComparison::merge)
        .sorted()
        .toList();
  }

  /** What identifies an entry. Two fields of one schema at different paths may have the same. */
  private record Key(AttentionKind kind, String location, String before, String after) {
    static Key of(Attention attention) {
      return new Key(attention.kind(), attention.location(), attention.before(), attention.after());
    }
  }

  private static Attention merge(List<Attention> same) {
    Attention first = same.get(0);
    Set<String> notes = new TreeSet<>();
    Set<ShownValue> shown = new TreeSet<>();
    same.forEach(
        attention -> {
          notes.add(attention.note());
          shown.addAll(attention.shown());
        });
    return new Attention(
        first.kind(),
        first.location(),
        first.before(),
        first.after(),
        String.join("; at another path of the schema: ", notes),
        List.copyOf(shown));
  }
}
