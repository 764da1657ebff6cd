package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.DeclaredSchema;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.FieldFindings;
import io.github.videotasks.spec.evidence.Occurrence;
import io.github.videotasks.spec.evidence.TimestampFormat;
import io.github.videotasks.spec.evidence.TypeDecision;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.JsonNodes;
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
final class SchemaWriter {
  private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);

  // Deeper than any page may nest; a schema that was united with its own member has no end.
  private static final int MAX_DEPTH = 150;

  private final ContractDraft draft;
  private final boolean request;
  private int listDepth;
  private int depth;

  private SchemaWriter(ContractDraft draft, boolean request) {
    this.draft = draft;
    this.request = request;
  }

  static SchemaWriter forResponses(ContractDraft draft) {
    return new SchemaWriter(draft, false);
  }

  static SchemaWriter forRequests(ContractDraft draft) {
    return new SchemaWriter(draft, true);
  }

  /** Writes the schema of a whole answer or request body, or of a parameter's value. */
  ObjectNode write(String name, FieldEvidence shape) {
    return write(name, shape, false, true);
  }

  /** Writes the schema of a whole answer or request body with what a page says of it. */
  ObjectNode writeContent(FieldEvidence shape) {
    ObjectNode schema = write("", shape);
    String words = FieldDescriptions.firstDeclared(shape);
    if (!words.isEmpty()) {
      schema.put("description", words);
    }
    return schema;
  }

  private ObjectNode write(String name, FieldEvidence shape, boolean nullable, boolean whole) {
    if (depth > MAX_DEPTH) {
      throw new RejectedInputException(
          "name-conflict",
          new SourceLocation("corrections", 0),
          "expected a schema that ends, found one within another that has the same x-name",
          "Give the inner or the outer one another x-name");
    }
    depth++;
    ObjectNode schema = JsonNodes.object();
    draft.recordEvidence(schema, shape, request);
    String type = TypeDecision.of(shape).type();
    if (type != null) {
      schema.put("type", type);
      if (nullable) {
        schema.put("nullable", true);
      }
      switch (type) {
        case "object" -> writeObject(schema, shape, whole);
        case "array" -> writeArray(schema, shape);
        case "integer" -> schema.put("format", needsInt64(name, shape) ? "int64" : "int32");
        case "number" -> schema.put("format", "double");
        case "string" -> writeBinaryFormat(schema, shape);
        default -> {}
      }
    }
    ConstraintWriter.write(schema, name, shape, request);
    depth--;
    return schema;
  }

  private void writeObject(ObjectNode schema, FieldEvidence shape, boolean whole) {
    listDepth = 0;
    Map<String, FieldEvidence> members = shape.properties();
    Set<String> required =
        request ? requiredByPages(shape) : whole ? requiredByExamples(shape) : Set.of();
    if (!members.isEmpty()) {
      ObjectNode properties = schema.putObject("properties");
      members.forEach(
          (name, member) -> properties.set(name, writeProperty(name, member, required)));
    }
    List<String> names = members.keySet().stream().filter(required::contains).toList();
    if (!names.isEmpty()) {
      ArrayNode list = schema.putArray("required");
      names.forEach(list::add);
    }
    schema.put("additionalProperties", true);
  }

  private ObjectNode writeProperty(String name, FieldEvidence shape, Set<String> required) {
    boolean nullable = request ? declaredNullable(shape) : !required.contains(name);
    ObjectNode schema = write(name, shape, nullable || hasNullExample(shape), false);
    schema.put("description", FieldDescriptions.of(name, shape));
    ArrayNode providers = schema.putArray("x-providers");
    shape.providerIds().forEach(providers::add);
    return schema;
  }

  private void writeArray(ObjectNode schema, FieldEvidence shape) {
    FieldEvidence items = shape.items();
    listDepth++;
    schema.set(
        "items",
        items == null || listDepth > FieldFindings.MAX_LIST_DEPTH
            ? JsonNodes.object()
            : write("", items, hasNullExample(items), false));
    listDepth = 0;
  }

  private static boolean hasNullExample(FieldEvidence shape) {
    return shape.occurrences().stream().anyMatch(s -> s.value().isNull());
  }

  private static boolean declaredNullable(FieldEvidence shape) {
    return shape.declarations().stream().anyMatch(d -> d.schema().path("nullable").asBoolean());
  }

  /**
   * Gives the members that every example shows, when more than one different example shows them.
   */
  private static Set<String> requiredByExamples(FieldEvidence answer) {
    Set<String> names = new TreeSet<>();
    if (answer.distinctExampleCount() > 1) {
      names.addAll(answer.properties().keySet());
      for (Occurrence shown : answer.occurrences()) {
        names.removeIf(name -> !shown.value().has(name));
      }
    }
    return names;
  }

  /**
   * Gives the members that every page requires which declares the object, and every example shows.
   */
  private static Set<String> requiredByPages(FieldEvidence object) {
    Set<String> names = new TreeSet<>();
    object
        .properties()
        .forEach(
            (name, member) -> {
              Set<Object> requiring =
                  schemaUses(member.declarations().stream().filter(DeclaredSchema::required));
              Set<Object> declaring = schemaUses(object.declarations().stream());
              boolean shown = object.occurrences().stream().allMatch(s -> s.value().has(name));
              if (!requiring.isEmpty() && requiring.containsAll(declaring) && shown) {
                names.add(name);
              }
            });
    return names;
  }

  private static Set<Object> schemaUses(Stream<DeclaredSchema> declarations) {
    Set<Object> uses = Collections.newSetFromMap(new IdentityHashMap<>());
    declarations.forEach(d -> uses.add(d.schemaUse()));
    return uses;
  }

  private static void writeBinaryFormat(ObjectNode schema, FieldEvidence shape) {
    boolean binary =
        shape.declarations().stream()
            .anyMatch(d -> d.schema().path("format").asText().equals("binary"));
    if (binary && shape.occurrences().isEmpty()) {
      schema.put("format", "binary");
    }
  }

  private static boolean needsInt64(String name, FieldEvidence shape) {
    return TimestampFormat.isTimestampName(name)
        || shape.declarations().stream()
            .anyMatch(d -> d.schema().path("format").asText().equals("int64"))
        || shape.occurrences().stream()
            .filter(s -> s.value().isIntegralNumber())
            .anyMatch(s -> s.value().bigIntegerValue().abs().compareTo(INT_MAX) > 0);
  }
}
