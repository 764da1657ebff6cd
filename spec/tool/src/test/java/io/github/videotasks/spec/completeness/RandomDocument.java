package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;

/** A random OpenAPI 3.0 or 3.1 document; small, valid, and with any keyword of the version. */
final class RandomDocument {
  private static final List<String> PATHS =
      List.of(
          "/v1/things",
          "/v1/things/{id}",
          "/files/{name}",
          "/v2/jobs",
          "/jobs/{id}/cancel",
          "/jobs/{id}/parts/{part}");

  private final RandomChoices random;
  private final boolean modern;
  private final ObjectNode components = JsonNodes.object();
  private final RandomOperations operations;

  private RandomDocument(RandomChoices random) {
    this.random = random;
    this.modern = random.chance(50);
    RandomSchemas schemas = new RandomSchemas(random, modern);
    ObjectNode named = schemas.components();
    components.set("schemas", named);
    this.operations = new RandomOperations(random, schemas, new RandomInstances(random, named));
  }

  static ObjectNode create(RandomChoices random) {
    return new RandomDocument(random).root();
  }

  private ObjectNode root() {
    ObjectNode root = JsonNodes.object().put("openapi", modern ? "3.1.0" : "3.0.3");
    addInfo(root.putObject("info"));
    if (random.chance(85)) {
      addServers(root.putArray("servers"), "https://host.example");
    }
    if (random.chance(20)) {
      root.putArray("tags").addObject().put("name", "things").put("description", "Of things.");
    }
    if (random.chance(10)) {
      root.putObject("externalDocs").put("url", "https://docs.example");
    }
    boolean secured = random.chance(50);
    if (secured) {
      addSecurity(root);
    }
    ObjectNode paths = root.putObject("paths");
    int count = 1 + random.below(2);
    for (int i = 0; i < count; i++) {
      addPath(paths, random.pick(PATHS), secured);
    }
    if (random.chance(8)) {
      // Not a valid path, but a common one: the query selects the operation.
      addPath(paths, "/?Action=Submit&Version=2022-08-31", secured);
      addPath(paths, "/?Action=GetResult&Version=2022-08-31", secured);
    }
    if (modern && random.chance(10)) {
      ObjectNode event = root.putObject("webhooks").putObject("finished").putObject("post");
      event.putObject("responses").putObject("200").put("description", "Received.");
    }
    operations.addComponents(components);
    root.set("components", components);
    return root;
  }

  private void addInfo(ObjectNode info) {
    info.put("title", "Things").put("version", "1.0.0");
    if (random.chance(20)) {
      // A literal block scalar of blank lines is valid YAML.
      info.put("description", random.pick("An API.", "\n"));
    }
    if (random.chance(10)) {
      info.put("termsOfService", "https://docs.example/terms");
      info.putObject("contact").put("email", "a@mail.example");
      info.putObject("license").put("name", "MIT");
    }
  }

  private void addServers(ArrayNode servers, String host) {
    ObjectNode server = servers.addObject();
    if (random.chance(25)) {
      server.put("url", "https://{region}.host.example/api");
      ObjectNode region = server.putObject("variables").putObject("region").put("default", "eu");
      region.putArray("enum").add("eu").add("us");
      region.put("description", "Where.");
    } else {
      server.put("url", host + random.pick("", "/v1", "/base"));
    }
    if (random.chance(20)) {
      server.put("description", "Production");
    }
    if (random.chance(20)) {
      servers.addObject().put("url", "https://second.host.example");
    }
  }

  private void addSecurity(ObjectNode root) {
    ObjectNode schemes = components.putObject("securitySchemes");
    ObjectNode scheme = schemes.putObject("key");
    switch (random.below(4)) {
      case 0 -> scheme.put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
      case 1 -> {
        scheme.put("type", "oauth2");
        ObjectNode flow = scheme.putObject("flows").putObject("clientCredentials");
        flow.put("tokenUrl", "https://host.example/token");
        flow.putObject("scopes").put("read", "Read.");
      }
      case 2 -> scheme.put("type", "http").put("scheme", "basic");
      default ->
          scheme
              .put("type", "apiKey")
              .put("name", "X-Key")
              .put("in", random.pick("header", "query", "cookie"));
    }
    root.putArray("security").addObject().putArray("key");
  }

  private void addPath(ObjectNode paths, String path, boolean secured) {
    ObjectNode item = paths.withObjectProperty(path);
    if (random.chance(12)) {
      addServers(item.putArray("servers"), "https://path.host.example");
    }
    if (random.chance(10)) {
      item.put("summary", "A path");
    }
    operations.addPathParameters(item, path);
    int count = 1 + random.below(2);
    for (int i = 0; i < count; i++) {
      String method = random.pick("get", "post", "put", "patch", "delete", "get", "post");
      ObjectNode operation = operations.create(method, path);
      if (random.chance(10)) {
        addServers(operation.putArray("servers"), "https://files.host.example");
      }
      if (secured && random.chance(15)) {
        operation.putArray("security");
      }
      item.set(method, operation);
    }
  }
}
