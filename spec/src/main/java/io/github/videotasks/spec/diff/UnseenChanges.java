package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Adds what openapi-diff does not compare, or compares without telling: servers, security, texts,
 * tags, extensions, renamed paths and schemas, nullability and openness of schemas.
 *
 * <p>The members that are compared here and those that it pairs are kept apart by the sets of names
 * below, so nothing is reported twice.
 */
final class UnseenChanges {
  static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Set<String> DOCUMENT =
      Set.of("openapi", "info", "servers", "security", "tags", "paths", "components");
  private static final Set<String> PATH_ITEM =
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
  private static final Set<String> OPERATION =
      Set.of(
          "operationId",
          "deprecated",
          "parameters",
          "requestBody",
          "responses",
          "security",
          "servers");
  private static final Set<String> PARAMETER =
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
  private final ChangeList changes;
  private final Members members;
  private final UnseenOfSchemas schemas;

  UnseenChanges(JsonNode before, JsonNode after, ChangeList changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.members = new Members(changes);
    this.schemas = new UnseenOfSchemas(changes);
  }

  void add() {
    Spot root = new Spot("contract", Direction.RESPONSE);
    members.compare(root, before, after, DOCUMENT);
    // Readers take 3.0.1 and 3.0.3 alike; no other version gets here.
    changes.compare(
        Impact.NONE,
        root,
        "openapi changed",
        Members.text(before, "openapi"),
        Members.text(after, "openapi"));
    members.compareTexts(root.named("info"), before.path("info"), after.path("info"));
    changes.compare(
        Impact.NONE,
        root,
        "tags changed",
        Members.text(before, "tags"),
        Members.text(after, "tags"));
    ServerChanges servers = new ServerChanges(changes);
    servers.compare(root, before.path("servers"), after.path("servers"));
    paths(servers);
    new ComponentChanges(before, after, changes, schemas).add();
  }

  private void paths(ServerChanges servers) {
    AccessChanges access = new AccessChanges(before, after, changes);
    access.schemes();
    Map<String, String> templates = new HashMap<>();
    after.path("paths").fieldNames().forEachRemaining(p -> templates.put(template(p), p));
    for (Map.Entry<String, JsonNode> entry : before.path("paths").properties()) {
      String was = entry.getKey();
      String is = after.path("paths").has(was) ? was : templates.get(template(was));
      if (is == null) {
        continue;
      }
      Spot spot = new Spot(was, Direction.REQUEST);
      // The path on the wire is the same; arguments by name in generated code are not.
      changes.compare(Impact.BREAKING_FOR_GENERATED_CODE, spot, "path parameter renamed", was, is);
      JsonNode item = after.path("paths").path(is);
      members.compare(spot, entry.getValue(), item, PATH_ITEM);
      servers.compare(spot, entry.getValue().path("servers"), item.path("servers"));
      for (String method : METHODS) {
        if (entry.getValue().has(method) && item.has(method)) {
          Spot at = new Spot(method.toUpperCase(Locale.ROOT) + " " + was, spot.direction());
          operation(at, entry.getValue(), item, method);
          servers.compare(
              at, entry.getValue().path(method).path("servers"), item.path(method).path("servers"));
          access.compare(at, entry.getValue().path(method), item.path(method));
        }
      }
    }
  }

  private static String template(String path) {
    return path.replaceAll("\\{[^/{}]+}", "{}");
  }

  private void operation(Spot spot, JsonNode wasItem, JsonNode isItem, String method) {
    JsonNode was = wasItem.path(method);
    JsonNode is = isItem.path(method);
    members.compare(spot, was, is, OPERATION);
    Map<String, JsonNode> parameters = parameters(after, isItem, is);
    parameters(before, wasItem, was)
        .forEach(
            (name, parameter) -> {
              JsonNode other = parameters.get(name);
              if (other != null) {
                Spot at = spot.below(name);
                members.compare(at, parameter, other, PARAMETER);
                schemas.compare(at, parameter.path("schema"), other.path("schema"));
              }
            });
    JsonNode wasBody = Refs.follow(before, was.path("requestBody"));
    JsonNode isBody = Refs.follow(after, is.path("requestBody"));
    if (wasBody.isObject() && isBody.isObject()) {
      Spot at = spot.below("request");
      members.compare(at, wasBody, isBody, Set.of("content", "required"));
      content(at, wasBody, isBody);
    }
    answers(
        new Spot(spot.place(), Direction.RESPONSE), was.path("responses"), is.path("responses"));
  }

  private static Map<String, JsonNode> parameters(
      JsonNode root, JsonNode item, JsonNode operation) {
    Map<String, JsonNode> found = new HashMap<>();
    for (JsonNode owner : List.of(item, operation)) {
      for (JsonNode use : owner.path("parameters")) {
        JsonNode parameter = Refs.follow(root, use);
        found.put(parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
      }
    }
    return found;
  }

  private void answers(Spot operation, JsonNode was, JsonNode is) {
    for (Map.Entry<String, JsonNode> entry : was.properties()) {
      JsonNode before = Refs.follow(this.before, entry.getValue());
      JsonNode after = Refs.follow(this.after, is.path(entry.getKey()));
      if (before.isObject() && after.isObject()) {
        Spot at = operation.below(entry.getKey());
        members.compare(at, before, after, Set.of("content", "headers"));
        content(at, before, after);
        headers(at, before.path("headers"), after.path("headers"));
      }
    }
  }

  private void headers(Spot answer, JsonNode was, JsonNode is) {
    for (Map.Entry<String, JsonNode> entry : was.properties()) {
      if (is.has(entry.getKey())) {
        JsonNode header = Refs.follow(before, entry.getValue());
        JsonNode other = Refs.follow(after, is.path(entry.getKey()));
        Spot at = answer.below("header " + entry.getKey());
        members.compare(at, header, other, PARAMETER);
        schemas.compare(at, header.path("schema"), other.path("schema"));
      }
    }
  }

  private void content(Spot spot, JsonNode was, JsonNode is) {
    for (Map.Entry<String, JsonNode> entry : was.path("content").properties()) {
      JsonNode other = is.path("content").path(entry.getKey());
      if (other.isObject()) {
        Spot at = spot.below(entry.getKey());
        members.compare(at, entry.getValue(), other, Set.of("schema"));
        schemas.compare(at, entry.getValue().path("schema"), other.path("schema"));
      }
    }
  }
}
