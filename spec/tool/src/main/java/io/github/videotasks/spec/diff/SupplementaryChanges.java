package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Adds the changes that openapi-diff does not compare or does not report: servers, security, texts,
 * tags, extensions, renamed paths and schemas, nullability and openness of schemas.
 *
 * <p>The sets of names below list the properties that are compared elsewhere, so nothing is
 * reported twice.
 */
final class SupplementaryChanges {
  static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** The description of the change of a media type whose examples show other values. */
  static final String EXAMPLES = "examples changed";

  private static final Set<String> DOCUMENT_COMPARED_ELSEWHERE =
      Set.of("openapi", "info", "servers", "security", "tags", "paths", "components");
  private static final Set<String> PATH_ITEM_COMPARED_ELSEWHERE =
      Set.of(
          "servers",
          "parameters",
          "get",
          "put",
          "post",
          "delete",
          "options",
          "head",
          "patch",
          "trace");
  private static final Set<String> OPERATION_COMPARED_ELSEWHERE =
      Set.of(
          "operationId",
          "deprecated",
          "parameters",
          "requestBody",
          "responses",
          "security",
          "servers");
  private static final Set<String> PARAMETER_COMPARED_ELSEWHERE =
      Set.of(
          "$ref",
          "name",
          "in",
          "required",
          "deprecated",
          "style",
          "explode",
          "allowEmptyValue",
          "schema",
          "content");

  private final JsonNode before;
  private final JsonNode after;
  private final ChangeCollector changes;
  private final KeywordChanges keywords;
  private final SupplementarySchemaChanges schemas;

  SupplementaryChanges(JsonNode before, JsonNode after, ChangeCollector changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.keywords = new KeywordChanges(changes);
    this.schemas = new SupplementarySchemaChanges(changes);
  }

  void add() {
    ContractLocation root = new ContractLocation("contract", Direction.RESPONSE);
    keywords.compare(root, before, after, DOCUMENT_COMPARED_ELSEWHERE);
    // Parsers treat 3.0.1 and 3.0.3 alike; other versions were refused before.
    changes.addIfDifferent(
        Impact.NONE,
        root,
        "openapi changed",
        KeywordChanges.textOf(before, "openapi"),
        KeywordChanges.textOf(after, "openapi"));
    keywords.compareTexts(root.withText("info"), before.path("info"), after.path("info"));
    changes.addIfDifferent(
        Impact.NONE,
        root,
        "tags changed",
        KeywordChanges.textOf(before, "tags"),
        KeywordChanges.textOf(after, "tags"));
    ServerChanges servers = new ServerChanges(changes);
    servers.compare(root, before.path("servers"), after.path("servers"));
    comparePaths(servers);
    new ComponentChanges(before, after, changes, schemas).add();
  }

  private void comparePaths(ServerChanges servers) {
    SecurityChanges security = new SecurityChanges(before, after, changes);
    security.schemes();
    Map<String, String> templates = new HashMap<>();
    after.path("paths").fieldNames().forEachRemaining(p -> templates.put(normalizeTemplate(p), p));
    for (Map.Entry<String, JsonNode> entry : before.path("paths").properties()) {
      String was = entry.getKey();
      String is = after.path("paths").has(was) ? was : templates.get(normalizeTemplate(was));
      if (is == null) {
        continue;
      }
      ContractLocation location = new ContractLocation(was, Direction.REQUEST);
      // The request path is the same; the names of arguments in generated code are not.
      changes.addIfDifferent(
          Impact.BREAKING_FOR_GENERATED_CODE, location, "path parameter renamed", was, is);
      JsonNode item = after.path("paths").path(is);
      keywords.compare(location, entry.getValue(), item, PATH_ITEM_COMPARED_ELSEWHERE);
      servers.compareOverrides(location, List.of(before, entry.getValue()), List.of(after, item));
      for (String method : METHODS) {
        if (entry.getValue().has(method) && item.has(method)) {
          ContractLocation at =
              new ContractLocation(
                  method.toUpperCase(Locale.ROOT) + " " + was, location.direction());
          compareOperation(at, entry.getValue(), item, method);
          servers.compareOverrides(
              at,
              List.of(before, entry.getValue(), entry.getValue().path(method)),
              List.of(after, item, item.path(method)));
          security.compare(at, entry.getValue().path(method), item.path(method));
        }
      }
    }
  }

  private static String normalizeTemplate(String path) {
    return path.replaceAll("\\{[^/{}]+}", "{}");
  }

  private void compareOperation(
      ContractLocation location, JsonNode wasItem, JsonNode isItem, String method) {
    JsonNode was = wasItem.path(method);
    JsonNode is = isItem.path(method);
    keywords.compare(location, was, is, OPERATION_COMPARED_ELSEWHERE);
    Map<String, JsonNode> parameters = parameters(after, isItem, is);
    parameters(before, wasItem, was)
        .forEach(
            (name, parameter) -> {
              JsonNode other = parameters.get(name);
              if (other != null) {
                ContractLocation at = location.child(name);
                keywords.compare(at, parameter, other, PARAMETER_COMPARED_ELSEWHERE);
                schemas.compare(at, parameter.path("schema"), other.path("schema"));
              }
            });
    JsonNode wasBody = SchemaRefs.resolve(before, was.path("requestBody"));
    JsonNode isBody = SchemaRefs.resolve(after, is.path("requestBody"));
    if (wasBody.isObject() && isBody.isObject()) {
      ContractLocation at = location.child("request");
      keywords.compare(at, wasBody, isBody, Set.of("content", "required"));
      compareContent(at, wasBody, isBody);
    }
    compareResponses(
        new ContractLocation(location.text(), Direction.RESPONSE),
        was.path("responses"),
        is.path("responses"));
  }

  private static Map<String, JsonNode> parameters(
      JsonNode root, JsonNode item, JsonNode operation) {
    Map<String, JsonNode> found = new HashMap<>();
    for (JsonNode owner : List.of(item, operation)) {
      for (JsonNode use : owner.path("parameters")) {
        JsonNode parameter = SchemaRefs.resolve(root, use);
        found.put(parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
      }
    }
    return found;
  }

  private void compareResponses(ContractLocation operation, JsonNode was, JsonNode is) {
    for (Map.Entry<String, JsonNode> entry : was.properties()) {
      JsonNode before = SchemaRefs.resolve(this.before, entry.getValue());
      JsonNode after = SchemaRefs.resolve(this.after, is.path(entry.getKey()));
      if (before.isObject() && after.isObject()) {
        ContractLocation at = operation.child(entry.getKey());
        keywords.compare(at, before, after, Set.of("content", "headers"));
        compareContent(at, before, after);
        compareHeaders(at, before.path("headers"), after.path("headers"));
      }
    }
  }

  private void compareHeaders(ContractLocation response, JsonNode was, JsonNode is) {
    for (Map.Entry<String, JsonNode> entry : was.properties()) {
      if (is.has(entry.getKey())) {
        JsonNode header = SchemaRefs.resolve(before, entry.getValue());
        JsonNode other = SchemaRefs.resolve(after, is.path(entry.getKey()));
        ContractLocation at = response.child("header " + entry.getKey());
        keywords.compare(at, header, other, PARAMETER_COMPARED_ELSEWHERE);
        schemas.compare(at, header.path("schema"), other.path("schema"));
      }
    }
  }

  private void compareContent(ContractLocation location, JsonNode was, JsonNode is) {
    for (Map.Entry<String, JsonNode> entry : was.path("content").properties()) {
      JsonNode other = is.path("content").path(entry.getKey());
      if (other.isObject()) {
        ContractLocation at = location.child(entry.getKey());
        keywords.compare(at, entry.getValue(), other, Set.of("schema", "example", "examples"));
        new MediaTypeExamples(before, after, changes).compare(at, entry.getValue(), other);
        schemas.compare(at, entry.getValue().path("schema"), other.path("schema"));
      }
    }
  }
}
