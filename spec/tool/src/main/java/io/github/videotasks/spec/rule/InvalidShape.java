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

/** Repairs values whose type does not match their keyword. */
final class InvalidShape implements Rule {
  @Override
  public String id() {
    return "odd-shape";
  }

  @Override
  public String rationale() {
    return "A value has another type than its keyword requires (a list for 'properties', a string"
        + " for 'required'). Where the intended value is obvious it is converted, otherwise it is"
        + " removed; a path or operation of the wrong type is refused.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    OpenApiWalker.walkDocument(document.root(), (kind, node) -> repair(document, kind, node, out));
  }

  private void repair(SpecDocument document, OpenApiObject kind, ObjectNode node, Findings out) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(node.properties())) {
      String key = entry.getKey();
      ValueType valueType = OpenApiKeywords.valueType(kind, key);
      boolean operation = kind == OpenApiObject.PATH_ITEM && valueType == ValueType.OBJECT;
      if (valueType == null
          || valueType == ValueType.ANY
          || (entry.getValue().isNull() && !operation)) {
        continue;
      }
      ValueLocation target =
          new ValueLocation(document.location(node, key), key, valueType, false, operation);
      JsonNode kept = coerce(document, target, entry.getValue(), out);
      if (kept == null) {
        node.remove(key);
        continue;
      }
      node.set(key, kept);
      if (kept instanceof ObjectNode map && valueType.elementType() != ValueType.ANY) {
        repairValues(document, key, valueType.elementType(), map, out);
      } else if (kept instanceof ArrayNode list && valueType.elementType() != ValueType.ANY) {
        repairItems(document, key, valueType.elementType(), list, out);
      }
    }
  }

  private void repairValues(
      SpecDocument document, String key, ValueType valueType, ObjectNode map, Findings out) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(map.properties())) {
      String name = entry.getKey();
      boolean path = key.equals("paths") && !entry.getValue().isNull();
      ValueLocation target =
          new ValueLocation(document.location(map, name), name, valueType, false, path);
      JsonNode kept = coerce(document, target, entry.getValue(), out);
      if (kept == null) {
        map.remove(name);
      } else {
        map.set(name, kept);
      }
    }
  }

  private void repairItems(
      SpecDocument document, String key, ValueType valueType, ArrayNode list, Findings out) {
    for (int i = list.size() - 1; i >= 0; i--) {
      SourceLocation location = document.location(list, i);
      ValueLocation target = new ValueLocation(location, key, valueType, true, false);
      JsonNode kept = coerce(document, target, list.get(i), out);
      if (kept == null) {
        list.remove(i);
        document.lines().removeItem(list, i);
      } else {
        list.set(i, kept);
      }
    }
  }

  /** Returns the value, converted if necessary; null when the intended value is not obvious. */
  private @Nullable JsonNode coerce(
      SpecDocument document, ValueLocation target, JsonNode value, Findings out) {
    if (target.valueType().matches(value)) {
      return value;
    }
    JsonNode converted = new ShapeCoercion(document.lines(), target).coerce(value);
    // A missing schema and one that admits everything mean the same: nothing to report.
    boolean same =
        target.valueType() == ValueType.SCHEMA && (value.isNull() || value.asText().equals("true"));
    if (!same) {
      out.add(finding(target, value, converted));
    }
    return converted;
  }

  private Finding finding(ValueLocation target, JsonNode value, @Nullable JsonNode converted) {
    String message =
        "expected "
            + target.valueType().label()
            + (target.isListItem() ? " in '" : " for '")
            + MessageText.excerpt(target.name())
            + "', found "
            + describe(value);
    if (converted != null) {
      String action = "Read as " + MessageText.excerpt(JsonNodes.compact(converted));
      return new Finding(id(), Severity.WARNING, target.location(), message, action);
    }
    return target.containsOperations()
        ? new Finding(
            id(), Severity.ERROR, target.location(), message, "Write it as an object, or remove it")
        : new Finding(id(), Severity.WARNING, target.location(), message, "Removed");
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
