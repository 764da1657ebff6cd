package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.DeclaredConstraints;
import io.github.videotasks.spec.evidence.DeclaredSchema;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.FieldFindings;
import io.github.videotasks.spec.evidence.FormatDecision;
import io.github.videotasks.spec.evidence.MapKeys;
import io.github.videotasks.spec.evidence.Occurrence;
import io.github.videotasks.spec.evidence.TypeDecision;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes schemas from evidence. Every value that a page declares or shows is valid, and a schema
 * with little evidence stays open.
 *
 * <p>Objects stay open. In a response only properties of the root object can be required, and all
 * others are nullable, because gateways send null for unknown values. In a request the properties
 * that all pages require are required. A field that is null in all examples gets no type.
 */
final class SchemaWriter {
  // More than any page may nest; a schema that was merged with its own property would never end.
  private static final int MAX_DEPTH = 150;

  private final ContractDraft draft;
  private final boolean request;
  private final Set<FieldEvidence> recursions = Collections.newSetFromMap(new IdentityHashMap<>());
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

  /** Writes the schema of a whole response or request body, or of a parameter's value. */
  ObjectNode write(String name, FieldEvidence evidence) {
    recursions.clear();
    FieldEvidence own = evidence.isRecursive() ? evidence.ownEvidence() : evidence;
    return write(name, evidence, isNullable(own), true);
  }

  /** Writes a whole schema, as above, with its description. */
  ObjectNode writeDescribed(String name, FieldEvidence evidence) {
    ObjectNode schema = write(name, evidence);
    describe(schema, evidence);
    return schema;
  }

  private static void describe(ObjectNode schema, FieldEvidence evidence) {
    String description = FieldDescriptions.firstDeclared(evidence);
    if (!description.isEmpty()) {
      schema.put("description", description);
    }
  }

  private ObjectNode write(String name, FieldEvidence evidence, boolean nullable, boolean whole) {
    if (depth > MAX_DEPTH) {
      throw new RejectedInputException(
          "name-conflict",
          new SourceLocation("corrections", 0),
          "expected a finite schema, found one inside another with the same x-name",
          "Give the inner or the outer one another x-name");
    }
    TypeDecision decision = TypeDecision.of(evidence);
    boolean component = !evidence.properties().isEmpty() && "object".equals(decision.type());
    boolean recursive = evidence.isRecursive() && (decision.isConflict() || component);
    if (recursive && !recursions.add(evidence)) {
      return writeRecursion(decision.type(), evidence, nullable);
    }
    depth++;
    ObjectNode schema = writeType(decision.type(), name, evidence, nullable, whole && !recursive);
    if (decision.isConflict()) {
      DeclaredFormWriter.write(
          schema, evidence, f -> writeType(f.type(), name, f.evidence(), false, whole));
    }
    depth--;
    return schema;
  }

  private ObjectNode writeType(
      @Nullable String type, String name, FieldEvidence evidence, boolean nullable, boolean whole) {
    ObjectNode schema = JsonNodes.object();
    draft.recordEvidence(schema, evidence, request);
    if (type != null) {
      schema.put("type", type);
      if (nullable) {
        schema.put("nullable", true);
      }
      switch (type) {
        case "object" -> writeObject(schema, evidence, whole);
        case "array" -> writeArray(schema, evidence);
        default -> {
          String format = FormatDecision.of(evidence, type);
          if (format != null) {
            schema.put("format", format);
          }
        }
      }
    }
    ConstraintWriter.write(schema, name, evidence, request);
    return schema;
  }

  /**
   * Writes an open value in the place of a recursive schema that was written before. {@link
   * ComponentExtractor} replaces an object with a reference to that schema's component.
   */
  private ObjectNode writeRecursion(
      @Nullable String type, FieldEvidence evidence, boolean nullable) {
    ObjectNode schema = JsonNodes.object();
    draft.recordEvidence(schema, evidence, request);
    if (type != null) {
      schema.put("type", type);
      if (nullable) {
        schema.put("nullable", true);
      }
      schema.put("additionalProperties", true);
    }
    return schema;
  }

  private void writeObject(ObjectNode schema, FieldEvidence evidence, boolean whole) {
    MapKeys.separate(evidence);
    Map<String, FieldEvidence> fields = evidence.properties();
    int outerDepth = fields.isEmpty() ? listDepth : 0;
    listDepth = 0;
    Set<String> required =
        request ? requiredByPages(evidence) : whole ? requiredByExamples(evidence) : Set.of();
    if (!fields.isEmpty()) {
      ObjectNode properties = schema.putObject("properties");
      fields.forEach(
          (name, field) ->
              properties.set(
                  name,
                  writeProperty(
                      name,
                      field,
                      field.isRecursive() ? evidence.propertyEvidence(name) : field,
                      required)));
    }
    List<String> names = fields.keySet().stream().filter(required::contains).toList();
    if (!names.isEmpty()) {
      ArrayNode list = schema.putArray("required");
      names.forEach(list::add);
    }
    listDepth = outerDepth;
    writeMapValues(schema, MapKeys.isMap(evidence) ? evidence.mapValues() : null);
  }

  /** Writes the values of a map; other objects are open. */
  private void writeMapValues(ObjectNode schema, @Nullable FieldEvidence values) {
    schema.put("additionalProperties", true);
    listDepth++;
    if (values != null && listDepth <= FieldFindings.MAX_LIST_DEPTH) {
      ObjectNode written = write("", values, isNullable(values), false);
      describe(written, values);
      if (!written.isEmpty()) {
        schema.set("additionalProperties", written);
      }
    }
    listDepth = 0;
  }

  /** Writes a property; {@code own} is its evidence without that of other levels of a recursion. */
  private ObjectNode writeProperty(
      String name, FieldEvidence evidence, FieldEvidence own, Set<String> required) {
    boolean nullable = (!request && !required.contains(name)) || isNullable(own);
    ObjectNode schema = write(name, evidence, nullable, false);
    schema.put("description", FieldDescriptions.of(name, own));
    ArrayNode providers = schema.putArray("x-providers");
    own.providerIds().forEach(providers::add);
    return schema;
  }

  private void writeArray(ObjectNode schema, FieldEvidence evidence) {
    FieldEvidence items = evidence.items();
    listDepth++;
    ObjectNode written = JsonNodes.object();
    if (items != null && items != evidence && listDepth <= FieldFindings.MAX_LIST_DEPTH) {
      FieldEvidence own = items.isRecursive() ? evidence.itemEvidence() : items;
      written = write("", items, isNullable(own), false);
      describe(written, own);
    }
    schema.set("items", written);
    listDepth = 0;
  }

  /** Returns whether a page declares null, whatever the examples show, or shows it. */
  private static boolean isNullable(FieldEvidence evidence) {
    return evidence.declarations().stream().anyMatch(DeclaredSchema::nullable)
        || evidence.occurrences().stream().anyMatch(s -> s.value().isNull());
  }

  /**
   * Returns the properties that all examples have; empty with fewer than two different examples.
   */
  private static Set<String> requiredByExamples(FieldEvidence response) {
    Set<String> names = new TreeSet<>();
    if (response.distinctExampleCount() > 1) {
      names.addAll(response.properties().keySet());
      for (Occurrence shown : response.occurrences()) {
        names.removeIf(name -> !shown.value().has(name));
      }
    }
    return names;
  }

  /** Returns the properties that all pages with this object require and all examples have. */
  private static Set<String> requiredByPages(FieldEvidence object) {
    Set<String> names = new TreeSet<>();
    Set<Object> declaring = schemaUses(object.declarations().stream());
    object
        .properties()
        .forEach(
            (name, field) -> {
              FieldEvidence own = field.isRecursive() ? object.propertyEvidence(name) : field;
              Set<Object> requiring =
                  schemaUses(own.declarations().stream().filter(DeclaredSchema::required));
              boolean inAllExamples =
                  object.occurrences().stream()
                      .allMatch(s -> s.value().has(name) || s.value().isNull());
              // A client does not send what only the server sets.
              boolean sent = !DeclaredConstraints.isAnnotated(own, "readOnly");
              if (!requiring.isEmpty()
                  && requiring.containsAll(declaring)
                  && inAllExamples
                  && sent) {
                names.add(name);
              }
            });
    names.removeAll(DeclaredConstraints.requiredByOneAlternative(object));
    return names;
  }

  private static Set<Object> schemaUses(Stream<DeclaredSchema> declarations) {
    Set<Object> uses = Collections.newSetFromMap(new IdentityHashMap<>());
    declarations.forEach(d -> uses.add(d.schemaUse()));
    return uses;
  }
}
