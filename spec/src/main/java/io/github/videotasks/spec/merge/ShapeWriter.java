package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Declared;
import io.github.videotasks.spec.evidence.FieldFindings;
import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.evidence.Shown;
import io.github.videotasks.spec.evidence.TimeUnit;
import io.github.videotasks.spec.evidence.TypeDecision;
import io.github.videotasks.spec.finding.Place;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.tree.Json;
import java.math.BigInteger;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Turns a shape into a schema: evidence beats declaration, and thin evidence stays open.
 *
 * <p>Objects stay open. In an answer only members of the answer itself can be required, and every
 * other one is nullable, as gateways send null for what they do not know. In a request what every
 * page requires is required. A place that was only ever null gets no type at all.
 */
final class ShapeWriter {
  private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);

  // Deeper than any page may nest; a schema that was united with its own member has no end.
  private static final int DEEPEST = 150;

  private final Draft draft;
  private final boolean request;
  private int lists;
  private int depth;

  private ShapeWriter(Draft draft, boolean request) {
    this.draft = draft;
    this.request = request;
  }

  static ShapeWriter answers(Draft draft) {
    return new ShapeWriter(draft, false);
  }

  static ShapeWriter requests(Draft draft) {
    return new ShapeWriter(draft, true);
  }

  /** Writes the schema of a whole answer or request body, or of a parameter's value. */
  ObjectNode write(String name, Shape shape) {
    return write(name, shape, false, true);
  }

  /** Writes the schema of a whole answer or request body with what a page says of it. */
  ObjectNode writeContent(Shape shape) {
    ObjectNode schema = write("", shape);
    String words = Descriptions.own(shape);
    if (!words.isEmpty()) {
      schema.put("description", words);
    }
    return schema;
  }

  private ObjectNode write(String name, Shape shape, boolean nullable, boolean whole) {
    if (depth > DEEPEST) {
      throw new RefusedException(
          "name-conflict",
          new Place("corrections", 0),
          "expected a schema that ends, found one within another that has the same x-name",
          "Give the inner or the outer one another x-name");
    }
    depth++;
    ObjectNode schema = Json.object();
    draft.note(schema, shape, request);
    String type = TypeDecision.of(shape).type();
    if (type != null) {
      schema.put("type", type);
      if (nullable) {
        schema.put("nullable", true);
      }
      switch (type) {
        case "object" -> object(schema, shape, whole);
        case "array" -> array(schema, shape);
        case "integer" -> schema.put("format", wide(name, shape) ? "int64" : "int32");
        case "number" -> schema.put("format", "double");
        case "string" -> binary(schema, shape);
        default -> {}
      }
    }
    Values.write(schema, name, shape, request);
    depth--;
    return schema;
  }

  private void object(ObjectNode schema, Shape shape, boolean whole) {
    lists = 0;
    Map<String, Shape> members = shape.properties();
    Set<String> required = request ? requiredByAll(shape) : whole ? shownByAll(shape) : Set.of();
    if (!members.isEmpty()) {
      ObjectNode properties = schema.putObject("properties");
      members.forEach((name, member) -> properties.set(name, property(name, member, required)));
    }
    List<String> names = members.keySet().stream().filter(required::contains).toList();
    if (!names.isEmpty()) {
      ArrayNode list = schema.putArray("required");
      names.forEach(list::add);
    }
    schema.put("additionalProperties", true);
  }

  private ObjectNode property(String name, Shape shape, Set<String> required) {
    boolean nullable = request ? declaredNullable(shape) : !required.contains(name);
    ObjectNode schema = write(name, shape, nullable || holdsNull(shape), false);
    schema.put("description", Descriptions.of(name, shape));
    ArrayNode providers = schema.putArray("x-providers");
    shape.providers().forEach(providers::add);
    return schema;
  }

  private void array(ObjectNode schema, Shape shape) {
    Shape items = shape.items();
    lists++;
    schema.set(
        "items",
        items == null || lists > FieldFindings.DEEPEST_LIST
            ? Json.object()
            : write("", items, holdsNull(items), false));
    lists = 0;
  }

  private static boolean holdsNull(Shape shape) {
    return shape.shown().stream().anyMatch(s -> s.value().isNull());
  }

  private static boolean declaredNullable(Shape shape) {
    return shape.declared().stream().anyMatch(d -> d.schema().path("nullable").asBoolean());
  }

  /**
   * Gives the members that every example shows, when more than one different example shows them.
   */
  private static Set<String> shownByAll(Shape answer) {
    Set<String> names = new TreeSet<>();
    if (answer.distinctExamples() > 1) {
      names.addAll(answer.properties().keySet());
      for (Shown shown : answer.shown()) {
        names.removeIf(name -> !shown.value().has(name));
      }
    }
    return names;
  }

  /**
   * Gives the members that every page requires which declares the object, and every example shows.
   */
  private static Set<String> requiredByAll(Shape object) {
    Set<String> names = new TreeSet<>();
    object
        .properties()
        .forEach(
            (name, member) -> {
              Set<Object> requiring = uses(member.declared().stream().filter(Declared::required));
              Set<Object> declaring = uses(object.declared().stream());
              boolean shown = object.shown().stream().allMatch(s -> s.value().has(name));
              if (!requiring.isEmpty() && requiring.containsAll(declaring) && shown) {
                names.add(name);
              }
            });
    return names;
  }

  private static Set<Object> uses(Stream<Declared> declarations) {
    Set<Object> uses = Collections.newSetFromMap(new IdentityHashMap<>());
    declarations.forEach(d -> uses.add(d.use()));
    return uses;
  }

  private static void binary(ObjectNode schema, Shape shape) {
    boolean binary =
        shape.declared().stream()
            .anyMatch(d -> d.schema().path("format").asText().equals("binary"));
    if (binary && shape.shown().isEmpty()) {
      schema.put("format", "binary");
    }
  }

  private static boolean wide(String name, Shape shape) {
    return TimeUnit.isTimeName(name)
        || shape.declared().stream()
            .anyMatch(d -> d.schema().path("format").asText().equals("int64"))
        || shape.shown().stream()
            .filter(s -> s.value().isIntegralNumber())
            .anyMatch(s -> s.value().bigIntegerValue().abs().compareTo(INT_MAX) > 0);
  }
}
