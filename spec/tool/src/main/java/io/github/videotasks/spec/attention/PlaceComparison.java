package io.github.videotasks.spec.attention;

import io.github.videotasks.spec.page.MessageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds new fields that look like a place of client-ext and are in none of its tables. */
final class PlaceComparison {
  private final Map<String, ResponseField> before;
  private final Map<String, ResponseField> after;
  private final AttentionTables tables;
  private final KnownPlaces places;

  PlaceComparison(
      Map<String, ResponseField> before,
      Map<String, ResponseField> after,
      AttentionTables tables,
      KnownPlaces places) {
    this.before = before;
    this.after = after;
    this.tables = tables;
    this.places = places;
  }

  List<Attention> compare() {
    List<Attention> found = new ArrayList<>();
    for (ResponseField field : after.values()) {
      for (PlaceKind kind : PlaceKind.values()) {
        if (isUnknown(kind, field) && !isOld(kind, field) && !hasUnknownParent(kind, field)) {
          found.add(attention(kind, field));
        }
      }
    }
    return found;
  }

  private boolean isUnknown(PlaceKind kind, ResponseField field) {
    return field.looksLike(kind, tables) && !places.knows(kind, field.path());
  }

  private boolean isOld(PlaceKind kind, ResponseField field) {
    ResponseField old = before.get(field.pathText());
    return old != null && old.looksLike(kind, tables);
  }

  /** An object and the fields in it are one place. */
  private boolean hasUnknownParent(PlaceKind kind, ResponseField field) {
    for (int length = 1; length < field.path().size(); length++) {
      ResponseField parent = after.get(String.join(".", field.path().subList(0, length)));
      if (parent != null && isUnknown(kind, parent)) {
        return true;
      }
    }
    return false;
  }

  private Attention attention(PlaceKind kind, ResponseField field) {
    Set<ShownValue> shown = kind == PlaceKind.URL ? field.urls() : field.texts();
    String note =
        "client-ext "
            + kind.effect()
            + ". If it is one, add a row to "
            + kind.table()
            + " and the line '    - "
            + MessageText.excerpt(field.pathText())
            + "' to "
            + KnownPlaces.section(kind)
            + " of "
            + KnownPlaces.SOURCE;
    return new Attention(
        AttentionKind.newPlace(kind),
        field.location(),
        "",
        field.pathText(),
        note,
        List.copyOf(shown));
  }
}
