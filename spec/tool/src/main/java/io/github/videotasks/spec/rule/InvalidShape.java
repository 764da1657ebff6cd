package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiKeywords;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import io.github.videotasks.spec.tree.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Repairs values of another form than their keyword has. */
final class InvalidShape implements Rule {
  @Override
  public String id() {
    return "odd-shape";
  }

  @Override
  public String rationale() {
    return "A value has another form than its keyword asks for (a list for 'properties', a text for"
        + " 'required'). Where the form says plainly what is meant it is read so, else it is"
        + " removed; a path or operation of such a form is refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(
        document.root(), (kind, node, pointer) -> repair(document, kind, node, out));
  }

  private void repair(SpecDocument document, OpenApiObject kind, ObjectNode node, Findings out) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(node.properties())) {
      String key = entry.getKey();
      ValueType form = OpenApiKeywords.valueType(kind, key);
      boolean operation = kind == OpenApiObject.PATH_ITEM && form == ValueType.OBJECT;
      if (form == null || form == ValueType.ANY || (entry.getValue().isNull() && !operation)) {
        continue;
      }
      ValueLocation slot =
          new ValueLocation(document.location(node, key), key, form, false, operation);
      JsonNode kept = coerce(document, slot, entry.getValue(), out);
      if (kept == null) {
        node.remove(key);
        continue;
      }
      node.set(key, kept);
      if (kept instanceof ObjectNode map && form.elementType() != ValueType.ANY) {
        repairValues(document, key, form.elementType(), map, out);
      } else if (kept instanceof ArrayNode list && form.elementType() != ValueType.ANY) {
        repairItems(document, key, form.elementType(), list, out);
      }
    }
  }

  private void repairValues(
      SpecDocument document, String key, ValueType form, ObjectNode map, Findings out) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(map.properties())) {
      String name = entry.getKey();
      boolean path = key.equals("paths") && !entry.getValue().isNull();
      ValueLocation slot = new ValueLocation(document.location(map, name), name, form, false, path);
      JsonNode kept = coerce(document, slot, entry.getValue(), out);
      if (kept == null) {
        map.remove(name);
      } else {
        map.set(name, kept);
      }
    }
  }

  private void repairItems(
      SpecDocument document, String key, ValueType form, ArrayNode list, Findings out) {
    for (int i = list.size() - 1; i >= 0; i--) {
      SourceLocation place = new SourceLocation(document.file(), document.lines().lineOf(list, i));
      ValueLocation slot = new ValueLocation(place, key, form, true, false);
      JsonNode kept = coerce(document, slot, list.get(i), out);
      if (kept == null) {
        list.remove(i);
        document.lines().removeItem(list, i);
      } else {
        list.set(i, kept);
      }
    }
  }

  /** Gives the value, or what is meant by it; null when that cannot be told. */
  private @Nullable JsonNode coerce(
      SpecDocument document, ValueLocation slot, JsonNode value, Findings out) {
    if (slot.form().matches(value)) {
      return value;
    }
    JsonNode meant = new ShapeCoercion(document.lines(), slot).coerce(value);
    // No schema at all and one that admits everything say the same.
    boolean same =
        slot.form() == ValueType.SCHEMA && (value.isNull() || value.asText().equals("true"));
    if (!same) {
      out.add(finding(slot, value, meant));
    }
    return meant;
  }

  private Finding finding(ValueLocation slot, JsonNode value, @Nullable JsonNode meant) {
    String message =
        "expected "
            + slot.form().label()
            + (slot.isListItem() ? " in '" : " for '")
            + MessageText.excerpt(slot.name())
            + "', found "
            + describe(value);
    if (meant != null) {
      String done = "Read as " + MessageText.excerpt(JsonNodes.compact(meant));
      return new Finding(id(), Severity.WARNING, slot.location(), message, done);
    }
    return slot.containsOperations()
        ? new Finding(
            id(), Severity.ERROR, slot.location(), message, "Write it as an object, or take it out")
        : new Finding(id(), Severity.WARNING, slot.location(), message, "Removed");
  }

  private static String describe(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case NULL -> "nothing";
      default -> "'" + MessageText.excerpt(value.asText()) + "'";
    };
  }
}
