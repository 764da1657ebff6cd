package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Declared;
import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.evidence.Shown;
import io.github.videotasks.spec.evidence.TimeUnit;
import io.github.videotasks.spec.evidence.TypeDecision;
import io.github.videotasks.spec.tree.Json;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns a shape into a schema: evidence beats declaration, and thin evidence stays open.
 *
 * <p>Objects stay open. Only members of the answer itself can be required. Every other one is
 * nullable, as gateways send null for what they do not know. A place that was only ever null gets
 * no type at all.
 */
final class ShapeWriter {
  private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);

  private final Draft draft;

  ShapeWriter(Draft draft) {
    this.draft = draft;
  }

  /** Writes the schema of a whole answer. */
  ObjectNode answer(Shape shape) {
    return write("", shape, false, true);
  }

  /** Writes the schema of a parameter's value. */
  ObjectNode parameter(String name, Shape shape) {
    return write(name, shape, false, false);
  }

  private ObjectNode write(String name, Shape shape, boolean nullable, boolean answer) {
    ObjectNode schema = Json.object();
    draft.note(schema, shape);
    TypeDecision decision = TypeDecision.of(shape);
    String type = decision.type();
    if (type != null) {
      schema.put("type", type);
      if (nullable) {
        schema.put("nullable", true);
      }
      switch (type) {
        case "object" -> object(schema, shape, answer);
        case "array" -> array(schema, shape);
        case "integer" -> schema.put("format", wide(name, shape) ? "int64" : "int32");
        case "number" -> schema.put("format", "double");
        default -> {}
      }
    }
    return schema;
  }

  private void object(ObjectNode schema, Shape shape, boolean answer) {
    Set<String> required = answer ? required(shape) : new TreeSet<>();
    if (!shape.properties().isEmpty()) {
      ObjectNode properties = schema.putObject("properties");
      for (Map.Entry<String, Shape> entry : shape.properties().entrySet()) {
        properties.set(entry.getKey(), property(entry.getKey(), entry.getValue(), required));
      }
    }
    if (!required.isEmpty()) {
      var names = schema.putArray("required");
      shape.properties().keySet().stream().filter(required::contains).forEach(names::add);
    }
    schema.put("additionalProperties", true);
  }

  private ObjectNode property(String name, Shape shape, Set<String> required) {
    boolean nullShown = shape.shown().stream().anyMatch(s -> s.value().isNull());
    ObjectNode schema = write(name, shape, nullShown || !required.contains(name), false);
    schema.put("description", description(shape));
    var providers = schema.putArray("x-providers");
    shape.providers().forEach(providers::add);
    return schema;
  }

  private void array(ObjectNode schema, Shape shape) {
    Shape items = shape.items();
    schema.set("items", items == null ? Json.object() : write("", items, holdsNull(items), false));
  }

  private static boolean holdsNull(Shape shape) {
    return shape.shown().stream().anyMatch(s -> s.value().isNull());
  }

  /**
   * Gives the members that every example shows, when more than one different example shows them.
   */
  private static Set<String> required(Shape answer) {
    TreeSet<String> names = new TreeSet<>();
    if (answer.distinctExamples() > 1) {
      names.addAll(answer.properties().keySet());
      for (Shown shown : answer.shown()) {
        names.removeIf(name -> !shown.value().has(name));
      }
    }
    return names;
  }

  private static boolean wide(String name, Shape shape) {
    return TimeUnit.isTimeName(name)
        || shape.declared().stream()
            .anyMatch(d -> d.schema().path("format").asText().equals("int64"))
        || shape.shown().stream()
            .filter(s -> s.value().isIntegralNumber())
            .anyMatch(s -> s.value().bigIntegerValue().abs().compareTo(INT_MAX) > 0);
  }

  /** Gives the first page's own description, else what the evidence says. */
  private static String description(Shape shape) {
    for (Declared declared : shape.declared()) {
      String own = declared.schema().path("description").asText().strip();
      if (!own.isEmpty()) {
        return own;
      }
    }
    TreeSet<String> shownBy = new TreeSet<>();
    shape.shown().forEach(s -> shownBy.add(s.example().document().provider().id()));
    return shownBy.isEmpty() ? "Declared only." : "Shown by " + String.join(", ", shownBy) + ".";
  }
}
