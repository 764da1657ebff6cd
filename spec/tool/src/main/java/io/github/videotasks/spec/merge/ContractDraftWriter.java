package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.FieldEvidence;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Writes merged operations as one inline OpenAPI 3.0.3 document. */
public final class ContractDraftWriter {
  private final List<MergedOperation> operations;
  private final ServerLists servers;
  private final OperationIdAssigner operationIds;
  private final SecurityMerger security;
  private final PageTexts pageTexts;

  /**
   * Creates a writer.
   *
   * @param documents the documents of all pages, in the order of the pages
   * @param operations the merged operations
   * @param servers the servers of the contract and of its operations
   * @param out receives the findings
   */
  public ContractDraftWriter(
      List<SpecDocument> documents,
      List<MergedOperation> operations,
      ServerLists servers,
      Findings out) {
    this.operations = operations;
    this.servers = servers;
    this.operationIds = new OperationIdAssigner(operations, out);
    this.security = new SecurityMerger(documents, operations, out);
    this.pageTexts = new PageTexts(documents);
  }

  /**
   * Reports each text of the pages that the contract does not use.
   *
   * @param contract the contract after the corrections
   * @param out receives the findings
   */
  public void reportTexts(JsonNode contract, Findings out) {
    pageTexts.report(operations, contract, out);
    security.reportDescriptions(contract, out);
  }

  /**
   * Writes a new document from the current evidence.
   *
   * @return the draft; earlier drafts are not changed
   */
  public ContractDraft write() {
    ObjectNode root = JsonNodes.object();
    ContractDraft draft = new ContractDraft(root);
    root.put("openapi", "3.0.3");
    root.set("info", info());
    root.set("servers", servers.ofContract());
    if (!security.requirementsDiffer() && !security.requirements().isEmpty()) {
      root.set("security", security.requirements());
    }
    root.set("tags", tags());
    ObjectNode paths = root.putObject("paths");
    for (MergedOperation operation : operations) {
      ObjectNode item = paths.withObjectProperty(operation.path());
      item.set(
          operation.method().toLowerCase(Locale.ROOT),
          operation(operation, operationIds.of(operation), draft));
    }
    ObjectNode components = root.putObject("components");
    if (!security.schemes().isEmpty()) {
      components.set("securitySchemes", security.schemes());
    }
    return draft;
  }

  private ObjectNode info() {
    ObjectNode info = JsonNodes.object();
    String title = pageTexts.info("title").first();
    String version = pageTexts.info("version").first();
    info.put("title", title.isEmpty() ? "Merged API" : title);
    info.put("version", version.isEmpty() ? "1.0.0" : version);
    return info;
  }

  private ArrayNode tags() {
    TreeSet<String> names = new TreeSet<>();
    operations.forEach(o -> names.add(o.derivedTag()));
    ArrayNode tags = JsonNodes.array();
    names.forEach(name -> tags.addObject().put("name", name));
    return tags;
  }

  private ObjectNode operation(MergedOperation merged, String id, ContractDraft draft) {
    ObjectNode operation = JsonNodes.object();
    operation.put("operationId", id);
    String summary = PageTexts.of(merged, "summary").first();
    operation.put("summary", summary.isEmpty() ? merged.method() + " " + merged.path() : summary);
    putUnlessEmpty(operation, "description", PageTexts.of(merged, "description").first());
    DeprecatedMarks.write(operation, merged);
    operation.putArray("tags").add(merged.derivedTag());
    ArrayNode providers = operation.putArray("x-providers");
    merged.providerIds().forEach(providers::add);
    ArrayNode own = servers.of(merged);
    if (!own.isEmpty()) {
      operation.set("servers", own);
    }
    if (security.requirementsDiffer()) {
      operation.set("security", security.requirements(merged));
    }
    SchemaWriter requestSchemas = SchemaWriter.forRequests(draft);
    if (!merged.parameters().isEmpty()) {
      ArrayNode parameters = operation.putArray("parameters");
      for (MergedParameter p : merged.parameters().values()) {
        boolean required = p.required(merged.sources().size());
        parameters.add(parameter(p, required, requestSchemas));
      }
    }
    if (!merged.body().isEmpty()) {
      ObjectNode body = operation.putObject("requestBody");
      putUnlessEmpty(body, "description", merged.bodyDescriptions().first());
      body.set("content", content(merged.body(), requestSchemas));
      if (merged.bodyRequired()) {
        body.put("required", true);
      }
    }
    ObjectNode responses = operation.putObject("responses");
    merged
        .responses()
        .forEach(
            (status, byMedia) -> {
              String description = merged.responseDescriptions(status).first();
              ObjectNode response =
                  responses
                      .putObject(status)
                      .put("description", description.isEmpty() ? "The response." : description);
              if (!byMedia.isEmpty()) {
                response.set("content", content(byMedia, SchemaWriter.forResponses(draft)));
              }
            });
    return operation;
  }

  private static void putUnlessEmpty(ObjectNode node, String key, String text) {
    if (!text.isEmpty()) {
      node.put(key, text);
    }
  }

  private static ObjectNode parameter(
      MergedParameter merged, boolean required, SchemaWriter schemas) {
    ObjectNode parameter = JsonNodes.object();
    parameter.put("name", merged.name());
    parameter.put("in", merged.in());
    putUnlessEmpty(parameter, "description", merged.descriptions().first());
    if (required) {
      parameter.put("required", true);
    }
    DeprecatedMarks.write(parameter, merged);
    ParameterForms.chosen(merged)
        .write(parameter, schemas.writeDescribed(merged.name(), merged.evidence()));
    return parameter;
  }

  private static ObjectNode content(Map<String, FieldEvidence> byMedia, SchemaWriter schemas) {
    ObjectNode content = JsonNodes.object();
    byMedia.forEach(
        (media, evidence) ->
            content
                .putObject(media)
                .set("schema", schemas.writeDescribed("", evidence.representative())));
    return content;
  }
}
