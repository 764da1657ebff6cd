package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;

/** Random schemas with the keywords of OpenAPI 3.0 or 3.1; every schema has a valid instance. */
final class RandomSchemas {
  private static final List<String> NAMES =
      List.of("id", "status", "created_at", "url", "kind", "size", "owner", "note", "ratio");

  private final RandomChoices random;
  private final boolean modern;
  private final RandomScalarSchemas scalars;
  private final List<String> components = new ArrayList<>();

  /**
   * Creates a generator.
   *
   * @param modern whether to use the keywords of OpenAPI 3.1
   */
  RandomSchemas(RandomChoices random, boolean modern) {
    this.random = random;
    this.modern = modern;
    this.scalars = new RandomScalarSchemas(random, modern);
  }

  /** Returns named schemas, which the other schemas may refer to; one may contain itself. */
  ObjectNode components() {
    ObjectNode schemas = JsonNodes.object();
    schemas.set("Item", annotated(object(1)));
    components.add("Item");
    if (random.chance(35)) {
      ObjectNode node = object(1);
      ObjectNode properties = node.withObjectProperty("properties");
      ObjectNode self = reference("Node");
      properties.set(
          "next",
          random.chance(50) ? self : JsonNodes.object().put("type", "array").set("items", self));
      schemas.set("Node", node);
      components.add("Node");
    }
    if (random.chance(40)) {
      schemas.set("Level", scalars.enumeration());
      components.add("Level");
    }
    return schemas;
  }

  /** Returns a schema of any kind. */
  ObjectNode any(int depth) {
    int kind = random.below(depth > 0 ? 12 : 6);
    return switch (kind) {
      case 6 -> annotated(array(depth - 1));
      case 7, 8 -> annotated(object(depth - 1));
      case 9 -> annotated(map(depth - 1));
      case 10 -> components.isEmpty() ? annotated(object(0)) : reference(random.pick(components));
      case 11 -> composed(depth - 1);
      default -> annotated(scalars.any());
    };
  }

  /** Returns the schema of a value without structure. */
  ObjectNode scalar() {
    return annotated(scalars.any());
  }

  ObjectNode array(int depth) {
    ObjectNode schema = JsonNodes.object().put("type", "array");
    schema.set("items", any(depth));
    if (random.chance(25)) {
      schema.put("minItems", random.below(2)).put("maxItems", 2 + random.below(5));
    }
    if (random.chance(15)) {
      schema.put("uniqueItems", true);
    }
    if (modern && random.chance(8)) {
      schema.putObject("contains");
      schema.put("minContains", 0);
    }
    return schema;
  }

  ObjectNode object(int depth) {
    ObjectNode schema = JsonNodes.object().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    int count = 1 + random.below(3);
    for (int i = 0; i < count; i++) {
      properties.set(random.pick(NAMES), any(depth));
    }
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    if (random.chance(50)) {
      schema.putArray("required").add(random.pick(names));
    }
    if (random.chance(15)) {
      schema.put("additionalProperties", random.chance(50));
    }
    if (random.chance(8)) {
      schema.put("maxProperties", 9);
    }
    if (modern && random.chance(8)) {
      schema.putObject("patternProperties").set("^x-", JsonNodes.object());
    }
    if (modern && random.chance(6)) {
      schema.putObject("dependentRequired").putArray(names.get(0)).add(names.get(0));
    }
    if (modern && random.chance(6)) {
      schema.putObject("propertyNames").put("minLength", 1);
    }
    return schema;
  }

  private ObjectNode map(int depth) {
    ObjectNode schema = JsonNodes.object().put("type", "object");
    schema.set("additionalProperties", any(depth));
    if (random.chance(30)) {
      schema.putObject("properties").set("id", scalars.any());
    }
    return schema;
  }

  /** Returns a composition; alternatives differ in the type or in the value of "form". */
  private ObjectNode composed(int depth) {
    ObjectNode schema = JsonNodes.object();
    String keyword = random.pick("allOf", "oneOf", "anyOf");
    ArrayNode parts = schema.putArray(keyword);
    if (keyword.equals("allOf")) {
      parts.add(components.contains("Item") ? reference("Item") : object(depth));
      ObjectNode own = JsonNodes.object().put("type", "object");
      own.putObject("properties").set("extra", any(depth));
      parts.add(own);
      return schema;
    }
    if (random.chance(30)) {
      parts.add(JsonNodes.object().put("type", "string"));
      parts.add(random.chance(50) ? JsonNodes.object().put("type", "integer") : array(0));
      return schema;
    }
    for (String form : List.of("a", "b")) {
      ObjectNode part = object(depth);
      part.withObjectProperty("properties").set("form", scalars.oneText(form));
      part.remove("maxProperties");
      part.putArray("required").add("form");
      parts.add(part);
    }
    if (random.chance(40)) {
      schema.putObject("discriminator").put("propertyName", "form");
    }
    return schema;
  }

  private ObjectNode reference(String name) {
    ObjectNode reference = JsonNodes.object().put("$ref", "#/components/schemas/" + name);
    if (modern && random.chance(20)) {
      reference.put("description", "One " + name + ".");
    }
    return reference;
  }

  private ObjectNode annotated(ObjectNode schema) {
    if (random.chance(25)) {
      schema.put("description", random.pick("A value.", "Set by the host: always.", "1"));
    }
    if (random.chance(8)) {
      schema.put("title", "A title");
    }
    if (random.chance(8)) {
      schema.put("deprecated", true);
    }
    if (random.chance(5)) {
      schema.putObject("externalDocs").put("url", "https://docs.example/schema");
    }
    if (random.chance(5)) {
      schema.putObject("xml").put("name", "element");
    }
    if (random.chance(5)) {
      schema.put("x-order", 3);
    }
    if (random.chance(20)) {
      Nullability.allow(schema, modern);
    }
    return schema;
  }
}
