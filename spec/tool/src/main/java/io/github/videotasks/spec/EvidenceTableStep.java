package io.github.videotasks.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.correct.Corrector;
import io.github.videotasks.spec.evidence.ConstraintFindings;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.evidence.FieldFindings;
import io.github.videotasks.spec.evidence.InlineRecursion;
import io.github.videotasks.spec.evidence.TypeDecision;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.merge.ComponentExtractor;
import io.github.videotasks.spec.merge.ContractDraft;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.merge.MergedParameter;
import io.github.videotasks.spec.tree.DeclaredForms;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.write.EvidenceTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds one line to the evidence table for every parameter, content and field of the contract, and
 * reports their findings.
 */
final class EvidenceTableStep {
  /** Lists and maps in each other; they have no schema of their own. */
  private static final Pattern TOO_DEEP =
      Pattern.compile("(\\[]|\\.\\*){" + (FieldFindings.MAX_LIST_DEPTH + 1) + "}$");

  private final EvidenceTable table = new EvidenceTable();
  private final ContractDraft draft;
  private final Corrector corrector;
  private final Findings out;
  private final FieldFindings findings;
  private final ConstraintFindings constraints;
  private final Map<String, Set<String>> requiredByComponent = new HashMap<>();

  EvidenceTableStep(ContractDraft draft, Corrector corrector, Findings findings) {
    this.draft = draft;
    this.corrector = corrector;
    this.out = findings;
    this.findings = new FieldFindings(findings);
    this.constraints = new ConstraintFindings(findings);
  }

  byte[] write(List<MergedOperation> operations, List<ComponentExtractor.ComponentField> fields) {
    for (MergedOperation operation : operations) {
      JsonNode written =
          draft
              .root()
              .path("paths")
              .path(operation.path())
              .path(operation.method().toLowerCase(Locale.ROOT));
      addParameters(written, operation);
      addContents(written, operation);
    }
    fields.forEach(this::addField);
    return table.write();
  }

  private void addParameters(JsonNode operation, MergedOperation merged) {
    String id = operation.path("operationId").asText();
    Map<String, JsonNode> written = new HashMap<>();
    for (JsonNode parameter : operation.path("parameters")) {
      written.put(parameter.path("in").asText() + ":" + parameter.path("name").asText(), parameter);
    }
    for (MergedParameter parameter : merged.parameters().values()) {
      JsonNode found = written.get(parameter.in() + ":" + parameter.name());
      // A correction may have removed it.
      if (found != null) {
        addParameter(id, found, parameter);
      }
      findings.report(id, parameter.name(), parameter.evidence());
    }
  }

  private void addParameter(String id, JsonNode written, MergedParameter parameter) {
    String name = id + "." + parameter.in() + "." + parameter.name();
    table.add(
        name,
        written.path("schema"),
        written.path("required").asBoolean(),
        parameter.evidence(),
        corrector.correctionsOf(written));
    constraints.report(
        id + "." + parameter.name(), parameter.evidence(), written.path("schema"), true);
    findings.reportDescriptions(name, parameter.evidence(), description(written.path("schema")));
    if (!written.has("content")) {
      InlineRecursion.report(name, parameter.evidence(), out);
    }
    addForms(name, written.path("schema"), true);
    addNested(name, parameter.evidence(), written.path("schema"), true);
  }

  /** A request or response body as a whole has its own evidence, with or without fields. */
  private void addContents(JsonNode written, MergedOperation operation) {
    String id = written.path("operationId").asText();
    JsonNode body = written.path("requestBody");
    operation
        .body()
        .forEach(
            (media, shape) ->
                addContent(
                    id + ".body." + media, body, media, shape, operation.bodyRequired(), true));
    operation
        .responses()
        .forEach(
            (status, byMedia) ->
                byMedia.forEach(
                    (media, shape) ->
                        addContent(
                            id + ".answer." + status + "." + media,
                            written.path("responses").path(status),
                            media,
                            shape,
                            false,
                            false)));
  }

  private void addContent(
      String name,
      JsonNode holder,
      String media,
      FieldEvidence shape,
      boolean required,
      boolean request) {
    JsonNode schema = holder.path("content").path(media).path("schema");
    table.add(name, schema, required, shape.ownEvidence(), corrector.correctionsOf(schema));
    findings.reportTypes(name, shape.representative());
    findings.reportDescriptions(name, shape.representative(), description(schema));
    constraints.report(name, shape.representative(), resolve(schema), request);
    addForms(name, schema, request);
    addNested(name, shape.representative(), resolve(schema), request);
  }

  private void addField(ComponentExtractor.ComponentField field) {
    JsonNode component = draft.root().path("components").path("schemas").path(field.component());
    boolean required =
        requiredByComponent
            .computeIfAbsent(field.component(), name -> requiredNames(component))
            .contains(field.field());
    String name = field.component() + "." + field.field();
    FieldEvidence parent = draft.evidence(field.parent());
    table.add(
        name,
        component.path("properties").path(field.field()),
        required,
        parent == null ? new FieldEvidence() : parent.propertyEvidence(field.field()),
        corrector.correctionsOf(field.inline()));
    FieldEvidence shape = draft.evidence(field.inline());
    if (shape != null) {
      findings.report(field.component(), field.field(), shape);
      findings.reportDescriptions(name, shape, description(field.inline()));
      boolean request = draft.isRequest(field.inline());
      constraints.report(name, shape, field.inline(), request);
      addForms(name, component.path("properties").path(field.field()), request);
      addNested(name, shape, field.inline(), request);
    }
  }

  private String description(JsonNode schema) {
    return resolve(schema).path("description").asText().strip();
  }

  /** Adds the fields in the forms of a schema without a type, which belong to no component. */
  private void addForms(String name, JsonNode schema, boolean request) {
    for (ObjectNode form : DeclaredForms.schemas(schema)) {
      addFormFields(name, form, request);
    }
    if (schema.path("items").isObject()) {
      addForms(name + "[]", schema.path("items"), request);
    }
  }

  private void addFormFields(String name, JsonNode object, boolean request) {
    Set<String> required = requiredNames(object);
    for (Map.Entry<String, JsonNode> entry : object.path("properties").properties()) {
      JsonNode field = entry.getValue();
      FieldEvidence evidence = draft.evidence(field);
      if (evidence != null) {
        String fieldName = name + "." + entry.getKey();
        table.add(
            fieldName,
            field,
            required.contains(entry.getKey()),
            evidence,
            corrector.correctionsOf(field));
        findings.report(name, entry.getKey(), evidence);
        findings.reportDescriptions(fieldName, evidence, description(field));
        constraints.report(fieldName, evidence, field, request);
        InlineRecursion.report(fieldName, evidence, out);
        addForms(fieldName, field, request);
        addNested(fieldName, evidence, field, request);
        addFormFields(fieldName, field, request);
      }
    }
    if (object.path("items").isObject()) {
      addFormFields(name + "[]", object.path("items"), request);
    }
  }

  private static Set<String> requiredNames(JsonNode component) {
    Set<String> names = new HashSet<>();
    component.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private void addNested(String name, FieldEvidence owner, JsonNode written, boolean request) {
    FieldEvidence items = owner.items();
    if (items != null && items == owner.representative()) {
      findings.reportRecursiveList(name, items);
      return;
    }
    addNested(items, name + "[]", written.path("items"), request);
    addNested(owner.mapValues(), name + ".*", written.path("additionalProperties"), request);
  }

  /** The values of a map get a line; the items of a list if a page declares more than a type. */
  private void addNested(
      @Nullable FieldEvidence nested, String name, JsonNode written, boolean request) {
    if (nested == null) {
      return;
    }
    if (TOO_DEEP.matcher(name).find()) {
      findings.reportDeepList(name, nested);
      return;
    }
    if (name.endsWith(".*")
        || nested.declarations().stream().anyMatch(d -> !d.keywordSummary().isEmpty())) {
      String type = TypeDecision.of(nested).type();
      JsonNode schema = type == null ? JsonNodes.object() : JsonNodes.object().put("type", type);
      table.add(name, schema, false, nested, Set.of());
    }
    findings.reportTypes(name, nested);
    findings.reportDescriptions(name, nested, description(written));
    constraints.report(name, nested, resolve(written), request);
    addNested(name, nested, written, request);
  }

  /** Returns a schema together with the keywords of the component that it refers to. */
  private JsonNode resolve(JsonNode schema) {
    String path = schema.path("$ref").asText(schema.at("/allOf/0/$ref").asText());
    if (path.isEmpty()) {
      return schema;
    }
    ObjectNode resolved = JsonNodes.object();
    if (draft.root().at(path.substring(1)) instanceof ObjectNode component) {
      resolved.setAll(component);
    }
    if (schema instanceof ObjectNode reference) {
      resolved.setAll(reference);
    }
    return resolved;
  }
}
