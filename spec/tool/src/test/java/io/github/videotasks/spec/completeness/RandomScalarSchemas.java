package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;

/** Random schemas of strings, numbers, booleans, enums and constants. */
final class RandomScalarSchemas {
  private final RandomChoices random;
  private final boolean modern;

  RandomScalarSchemas(RandomChoices random, boolean modern) {
    this.random = random;
    this.modern = modern;
  }

  ObjectNode any() {
    return switch (random.below(12)) {
      case 0, 1 -> text();
      case 2, 3 -> integer();
      case 4, 5 -> number();
      case 6 -> JsonNodes.object().put("type", "boolean");
      case 7 -> enumeration();
      case 8 -> random.chance(50) ? JsonNodes.object() : formatted();
      case 9 -> modern ? oneText(random.pick("text_to_video", "it's")) : formatted();
      case 10 -> modern ? severalTypes() : text();
      default -> formatted();
    };
  }

  /** Returns an enum; the type may be missing, and a value may contain an apostrophe. */
  ObjectNode enumeration() {
    ObjectNode schema = JsonNodes.object();
    boolean numeric = random.chance(25);
    if (random.chance(60)) {
      schema.put("type", numeric ? "integer" : "string");
    }
    ArrayNode values = schema.putArray("enum");
    if (!numeric && schema.has("type") && random.chance(10)) {
      // Shown as integers by RandomInstances.
      values.add("0").add("1").add("2");
    } else if (numeric) {
      values.add(1).add(2).add(random.pick(0, 3));
    } else {
      values.add("queued").add("done").add(random.pick("it's over", "failed", "1080p"));
    }
    if (random.chance(20)) {
      schema.set("default", values.get(0));
    }
    return schema;
  }

  /** Returns a schema with one valid text, as "const" in 3.1. */
  ObjectNode oneText(String value) {
    ObjectNode schema = JsonNodes.object();
    if (modern) {
      return schema.put("const", value);
    }
    schema.put("type", "string").putArray("enum").add(value);
    return schema;
  }

  private ObjectNode text() {
    ObjectNode schema = JsonNodes.object().put("type", "string");
    if (random.chance(25)) {
      schema.put("minLength", 1).put("maxLength", 10 + random.below(9));
    } else if (random.chance(15)) {
      schema.put("pattern", "^[a-z]+$");
    }
    if (random.chance(15)) {
      schema.put("default", "abc");
    }
    if (modern && random.chance(10)) {
      schema.put("contentMediaType", "text/csv");
    }
    return schema;
  }

  private ObjectNode formatted() {
    return JsonNodes.object()
        .put("type", "string")
        .put(
            "format", random.pick("date-time", "date", "uuid", "uri", "byte", "email", "duration"));
  }

  private ObjectNode integer() {
    ObjectNode schema = JsonNodes.object().put("type", "integer");
    if (random.chance(40)) {
      schema.put("format", random.pick("int32", "int64"));
    }
    if (random.chance(30)) {
      schema.put("maximum", random.pick(100L, 4294967295L));
      limit(schema, "Minimum", 0, "minimum");
    }
    if (random.chance(10)) {
      schema.put("multipleOf", 1);
    }
    if (random.chance(10)) {
      schema.put("default", 7);
    }
    return schema;
  }

  private ObjectNode number() {
    ObjectNode schema = JsonNodes.object().put("type", "number");
    if (random.chance(30)) {
      schema.put("format", random.pick("float", "double"));
    }
    if (random.chance(30)) {
      limit(schema, "Maximum", 50, "maximum");
      limit(schema, "Minimum", 0, "minimum");
    }
    if (random.chance(10)) {
      schema.put("default", 1);
    }
    return schema;
  }

  /** Sets a limit that is sometimes exclusive, in the form of the version. */
  private void limit(ObjectNode schema, String name, int value, String keyword) {
    if (!random.chance(40)) {
      schema.put(keyword, value);
    } else if (modern) {
      schema.put("exclusive" + name, value);
    } else {
      schema.put(keyword, value).put("exclusive" + name, true);
    }
  }

  private ObjectNode severalTypes() {
    ObjectNode schema = JsonNodes.object();
    schema.putArray("type").add("string").add(random.pick("integer", "boolean"));
    return schema;
  }
}
