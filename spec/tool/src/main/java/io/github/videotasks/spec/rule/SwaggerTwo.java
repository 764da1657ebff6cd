package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.LineNumbers;
import io.github.videotasks.spec.tree.OpenApiObject;
import io.github.videotasks.spec.tree.OpenApiWalker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Translates a Swagger 2.0 document to OpenAPI 3.0, in the tree of the page: the nodes keep their
 * lines, and the limits and checks of this package hold for the translation too. A converter
 * library reads text, would see references before they are checked, and loses the lines.
 */
final class SwaggerTwo implements Rule {
  static final String ID = "swagger-2";

  /** The flows of OAuth2, with their names in OpenAPI 3. */
  private static final Map<String, String> FLOWS =
      Map.of(
          "implicit", "implicit",
          "password", "password",
          "application", "clientCredentials",
          "accessCode", "authorizationCode");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String rationale() {
    return "A Swagger 2.0 document is translated: host, basePath and schemes become servers, body"
        + " and formData parameters a request body, consumes and produces media types,"
        + " collectionFormat style and explode, securityDefinitions security schemes. What has no"
        + " place in OpenAPI 3 is reported.";
  }

  @Override
  public void apply(SpecDocument document, Findings out) {
    ObjectNode root = document.root();
    if (root.has("openapi") || !root.path("swagger").asText().matches("2\\.0(\\.\\d+)?")) {
      return;
    }
    out.add(
        document.info(
            ID,
            document.location(root, "swagger"),
            "expected OpenAPI 3, found swagger: "
                + MessageText.excerpt(root.path("swagger").asText()),
            "Translated to OpenAPI 3.0"));
    KeyMover.move(document, root, "swagger", root, "openapi");
    root.put("openapi", "3.0.3");
    addServers(document, root);
    new SwaggerOperations(document, out).translate();
    moveSecurity(document, root);
    root.remove(List.of("consumes", "produces", "parameters", "responses"));
    OpenApiWalker.walkDocument(
        root,
        (kind, node) -> {
          if (kind == OpenApiObject.SCHEMA) {
            translateSchema(document.lines(), node);
          }
        });
  }

  private static void addServers(SpecDocument document, ObjectNode root) {
    String host = root.path("host").asText();
    String basePath = root.path("basePath").asText().replaceFirst("/+$", "");
    List<String> schemes = new ArrayList<>();
    root.path("schemes").forEach(scheme -> schemes.add(scheme.asText()));
    int line = document.lines().lineOf(root, root.has("host") ? "host" : "basePath");
    ArrayNode servers = JsonNodes.array();
    document.lines().recordStart(servers, line);
    for (String scheme : schemes.isEmpty() ? List.of("https") : schemes) {
      if (scheme.startsWith("http") && !(host + basePath).isEmpty()) {
        ObjectNode server = servers.addObject();
        server.put("url", host.isEmpty() ? basePath : scheme + "://" + host + basePath);
        document.lines().recordStart(server, line);
        document.lines().recordItem(servers, line);
        if (host.isEmpty()) {
          break;
        }
      }
    }
    root.remove(List.of("host", "basePath", "schemes"));
    if (!servers.isEmpty()) {
      root.set("servers", servers);
      document.lines().recordKey(root, "servers", line);
    }
  }

  private static void moveSecurity(SpecDocument document, ObjectNode root) {
    if (!(root.get("securityDefinitions") instanceof ObjectNode schemes)) {
      root.remove("securityDefinitions");
      return;
    }
    for (JsonNode scheme : schemes) {
      if (scheme instanceof ObjectNode object) {
        translateScheme(document, object);
      }
    }
    KeyMover.move(
        document,
        root,
        "securityDefinitions",
        root.withObjectProperty("components"),
        "securitySchemes");
  }

  private static void translateScheme(SpecDocument document, ObjectNode scheme) {
    String type = scheme.path("type").asText();
    if (type.equals("basic")) {
      scheme.put("type", "http").put("scheme", "basic");
    } else if (type.equals("oauth2")) {
      String flow = FLOWS.get(scheme.path("flow").asText());
      scheme.remove("flow");
      if (flow != null) {
        ObjectNode flows = scheme.putObject("flows");
        document.lines().recordStart(flows, document.lines().lineOf(scheme));
        ObjectNode translated = flows.putObject(flow);
        document.lines().recordStart(translated, document.lines().lineOf(scheme));
        for (String key : List.of("authorizationUrl", "tokenUrl", "scopes")) {
          KeyMover.move(document, scheme, key, translated, key);
        }
      }
    }
  }

  static void translateSchema(LineNumbers lines, ObjectNode schema) {
    if (schema.path("type").asText().equals("file")) {
      schema.put("type", "string").put("format", "binary");
    }
    boolean nullable = schema.path("x-nullable").asBoolean();
    schema.remove("x-nullable");
    if (nullable) {
      schema.put("nullable", true);
    }
    if (schema.path("discriminator").isTextual()) {
      String property = schema.path("discriminator").asText();
      ObjectNode discriminator = schema.putObject("discriminator").put("propertyName", property);
      lines.recordStart(discriminator, lines.lineOf(schema, "discriminator"));
    }
  }
}
