package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Form;
import io.github.videotasks.spec.tree.Grammar;
import io.github.videotasks.spec.tree.Json;
import io.github.videotasks.spec.tree.Kind;
import io.github.videotasks.spec.tree.SpecWalk;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Repairs values of another form than their keyword has. */
final class OddShape implements Rule {
  @Override
  public String id() {
    return "odd-shape";
  }

  @Override
  public String why() {
    return "A value has another form than its keyword asks for (a list for 'properties', a text for 'required')."
        + " Where the form says plainly what is meant it is read so, else it is removed; a path or operation of"
        + " such a form is refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    SpecWalk.document(document.root(), (kind, node, pointer) -> repair(document, kind, node, out));
  }

  private void repair(SpecDocument document, Kind kind, ObjectNode node, Findings out) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(node.properties())) {
      String key = entry.getKey();
      Form form = Grammar.form(kind, key);
      boolean operation = kind == Kind.PATH_ITEM && form == Form.OBJECT;
      if (form == null || form == Form.ANY || (entry.getValue().isNull() && !operation)) {
        continue;
      }
      Slot slot = new Slot(document.place(node, key), key, form, false, operation);
      JsonNode kept = fitting(document, slot, entry.getValue(), out);
      if (kept == null) {
        node.remove(key);
        continue;
      }
      node.set(key, kept);
      if (kept instanceof ObjectNode map && form.inner() != Form.ANY) {
        values(document, key, form.inner(), map, out);
      } else if (kept instanceof ArrayNode list && form.inner() != Form.ANY) {
        items(document, key, form.inner(), list, out);
      }
    }
  }

  private void values(SpecDocument document, String key, Form form, ObjectNode map, Findings out) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(map.properties())) {
      String name = entry.getKey();
      boolean path = key.equals("paths") && !entry.getValue().isNull();
      Slot slot = new Slot(document.place(map, name), name, form, false, path);
      JsonNode kept = fitting(document, slot, entry.getValue(), out);
      if (kept == null) {
        map.remove(name);
      } else {
        map.set(name, kept);
      }
    }
  }

  private void items(SpecDocument document, String key, Form form, ArrayNode list, Findings out) {
    for (int i = list.size() - 1; i >= 0; i--) {
      Place place = new Place(document.file(), document.lines().of(list, i));
      Slot slot = new Slot(place, key, form, true, false);
      JsonNode kept = fitting(document, slot, list.get(i), out);
      if (kept == null) {
        list.remove(i);
        document.lines().removed(list, i);
      } else {
        list.set(i, kept);
      }
    }
  }

  /** Gives the value, or what is meant by it; null when that cannot be told. */
  private @Nullable JsonNode fitting(
      SpecDocument document, Slot slot, JsonNode value, Findings out) {
    if (slot.form().admits(value)) {
      return value;
    }
    JsonNode meant = new MeantForm(document.lines(), slot).of(value);
    // No schema at all and one that admits everything say the same.
    boolean same = slot.form() == Form.SCHEMA && (value.isNull() || value.asText().equals("true"));
    if (!same) {
      out.add(finding(slot, value, meant));
    }
    return meant;
  }

  private Finding finding(Slot slot, JsonNode value, @Nullable JsonNode meant) {
    String message =
        "expected "
            + slot.form().words()
            + (slot.item() ? " in '" : " for '")
            + Texts.shown(slot.name())
            + "', found "
            + found(value);
    if (meant != null) {
      String done = "Read as " + Texts.shown(Json.compact(meant));
      return new Finding(id(), Severity.WARNING, slot.place(), message, done);
    }
    return slot.operations()
        ? new Finding(
            id(), Severity.ERROR, slot.place(), message, "Write it as an object, or take it out")
        : new Finding(id(), Severity.WARNING, slot.place(), message, "Removed");
  }

  private static String found(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case NULL -> "nothing";
      default -> "'" + Texts.shown(value.asText()) + "'";
    };
  }
}
