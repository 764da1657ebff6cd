package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Shape;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Writes merged operations as one inline OpenAPI 3.0.3 document. */
public final class DraftWriter {
  private final List<SpecDocument> documents;
  private final List<MergedOperation> operations;

  private final OperationIds ids;
  private final SecurityUnion security;
  private final PageWords words;

  public DraftWriter(List<SpecDocument> documents, List<MergedOperation> operations, Findings out) {
    this.documents = documents;
    this.operations = operations;
    this.ids = new OperationIds(operations, out);
    this.security = new SecurityUnion(documents, operations, out);
    this.words = new PageWords(documents);
    words.report(operations, out);
  }

  /** Writes the document anew from the shapes as they are now. */
  public Draft write() {
    ObjectNode root = Json.object();
    Draft draft = new Draft(root);
    root.put("openapi", "3.0.3");
    root.set("info", info());
    root.set("servers", servers());
    if (!security.differs() && !security.requirements().isEmpty()) {
      root.set("security", security.requirements());
    }
    root.set("tags", tags());
    ObjectNode paths = root.putObject("paths");
    for (MergedOperation operation : operations) {
      ObjectNode item = paths.withObjectProperty(operation.path());
      item.set(
          operation.method().toLowerCase(Locale.ROOT),
          operation(operation, ids.of(operation), draft));
    }
    ObjectNode components = root.putObject("components");
    if (!security.schemes().isEmpty()) {
      components.set("securitySchemes", security.schemes());
    }
    return draft;
  }

  private ObjectNode info() {
    ObjectNode info = Json.object();
    String title = words.info("title").first();
    String version = words.info("version").first();
    info.put("title", title.isEmpty() ? "Merged API" : title);
    info.put("version", version.isEmpty() ? "1.0.0" : version);
    return info;
  }

  private ArrayNode servers() {
    Map<String, ObjectNode> byUrl = new LinkedHashMap<>();
    for (SpecDocument document : documents) {
      for (JsonNode server : document.root().path("servers")) {
        byUrl.computeIfAbsent(server.path("url").asText(), url -> Json.object().put("url", url));
      }
    }
    return Json.array().addAll(byUrl.values());
  }

  private ArrayNode tags() {
    TreeSet<String> names = new TreeSet<>();
    operations.forEach(o -> names.add(o.derivedTag()));
    ArrayNode tags = Json.array();
    names.forEach(name -> tags.addObject().put("name", name));
    return tags;
  }

  private ObjectNode operation(MergedOperation merged, String id, Draft draft) {
    ObjectNode operation = Json.object();
    operation.put("operationId", id);
    String summary = PageWords.of(merged, "summary").first();
    operation.put("summary", summary.isEmpty() ? merged.method() + " " + merged.path() : summary);
    putUnlessEmpty(operation, "description", PageWords.of(merged, "description").first());
    operation.putArray("tags").add(merged.derivedTag());
    ArrayNode providers = operation.putArray("x-providers");
    merged.providers().forEach(providers::add);
    if (security.differs()) {
      operation.set("security", security.requirements(merged));
    }
    ShapeWriter sent = ShapeWriter.requests(draft);
    if (!merged.parameters().isEmpty()) {
      ArrayNode parameters = operation.putArray("parameters");
      merged.parameters().values().forEach(p -> parameters.add(parameter(p, sent)));
    }
    if (!merged.body().isEmpty()) {
      ObjectNode body = operation.putObject("requestBody");
      putUnlessEmpty(body, "description", merged.bodyWords().first());
      body.set("content", content(merged.body(), sent));
      if (merged.bodyRequired()) {
        body.put("required", true);
      }
    }
    ObjectNode responses = operation.putObject("responses");
    merged
        .answers()
        .forEach(
            (status, byMedia) -> {
              String said = merged.answerWords(status).first();
              ObjectNode response =
                  responses
                      .putObject(status)
                      .put("description", said.isEmpty() ? "The answer." : said);
              if (!byMedia.isEmpty()) {
                response.set("content", content(byMedia, ShapeWriter.answers(draft)));
              }
            });
    return operation;
  }

  private static void putUnlessEmpty(ObjectNode node, String key, String text) {
    if (!text.isEmpty()) {
      node.put(key, text);
    }
  }

  private static ObjectNode parameter(MergedParameter merged, ShapeWriter shapes) {
    ObjectNode parameter = Json.object();
    parameter.put("name", merged.name());
    parameter.put("in", merged.in());
    putUnlessEmpty(parameter, "description", merged.descriptions().first());
    if (merged.required()) {
      parameter.put("required", true);
    }
    ObjectNode schema = shapes.write(merged.name(), merged.shape());
    parameter.set("schema", schema);
    return parameter;
  }

  private static ObjectNode content(Map<String, Shape> byMedia, ShapeWriter shapes) {
    ObjectNode content = Json.object();
    byMedia.forEach(
        (media, shape) ->
            content.putObject(media).set("schema", shapes.writeContent(shape.current())));
    return content;
  }
}
