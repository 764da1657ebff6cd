package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Random operations with parameters, bodies, responses, headers, links and callbacks. */
final class RandomOperations {
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final int DEPTH = 2;

  private final RandomChoices random;
  private final RandomSchemas schemas;
  private final RandomInstances instances;
  private final RandomParameters parameters;
  private final ObjectNode sharedResponses = JsonNodes.object();
  private final ObjectNode sharedBodies = JsonNodes.object();

  RandomOperations(RandomChoices random, RandomSchemas schemas, RandomInstances instances) {
    this.random = random;
    this.schemas = schemas;
    this.instances = instances;
    this.parameters = new RandomParameters(random, schemas, instances);
  }

  /** Declares the parameters in the path: of the path, because all its operations have them. */
  void addPathParameters(ObjectNode item, String path) {
    if (item.has("parameters")) {
      return;
    }
    Matcher name = PATH_PARAMETER.matcher(path);
    while (name.find()) {
      item.withArrayProperty("parameters").add(parameters.inPath(name.group(1)));
    }
  }

  ObjectNode create(String method, String path) {
    ObjectNode operation = JsonNodes.object();
    operation.put("operationId", method + path.replaceAll("\\W", "_"));
    if (random.chance(60)) {
      operation.put("summary", "Does " + method);
    }
    if (random.chance(20)) {
      operation.put("description", "In detail.\n\nAnd more.");
    }
    if (random.chance(15)) {
      operation.putArray("tags").add("things");
    }
    if (random.chance(10)) {
      operation.put("deprecated", true);
    }
    if (random.chance(5)) {
      operation.putObject("externalDocs").put("url", "https://docs.example/operation");
    }
    if (random.chance(5)) {
      operation.put("x-internal", true);
    }
    addParameters(operation);
    boolean bodyAllowed = !method.equals("get") && (!method.equals("delete") || random.chance(40));
    if (bodyAllowed && random.chance(75)) {
      operation.set("requestBody", body());
    }
    ObjectNode responses = operation.putObject("responses");
    responses.set(random.pick("200", "200", "201", "2XX"), response());
    if (random.chance(30)) {
      responses.set(random.pick("400", "404", "default", "5XX"), response());
    }
    if (random.chance(6)) {
      ObjectNode callback = operation.putObject("callbacks").putObject("done");
      ObjectNode posted = callback.putObject("{$request.body#/url}").putObject("post");
      posted.putObject("responses").putObject("200").put("description", "Received.");
    }
    return operation;
  }

  void addComponents(ObjectNode components) {
    parameters.addComponents(components);
    if (!sharedResponses.isEmpty()) {
      components.set("responses", sharedResponses);
    }
    if (!sharedBodies.isEmpty()) {
      components.set("requestBodies", sharedBodies);
    }
  }

  private void addParameters(ObjectNode operation) {
    int count = random.below(4);
    Set<String> names = new HashSet<>();
    ArrayNode list = JsonNodes.array();
    for (int i = 0; i < count; i++) {
      ObjectNode parameter = parameters.any();
      if (names.add(parameter.get("in").asText() + parameter.get("name").asText())) {
        list.add(parameters.shared(parameter));
      }
    }
    if (!list.isEmpty()) {
      operation.set("parameters", list);
    }
  }

  private ObjectNode body() {
    ObjectNode body = JsonNodes.object();
    if (random.chance(60)) {
      body.put("required", true);
    }
    if (random.chance(15)) {
      body.put("description", "What is sent.");
    }
    ObjectNode content = body.putObject("content");
    switch (random.below(8)) {
      case 0 ->
          content
              .putObject("application/octet-stream")
              .set("schema", JsonNodes.object().put("type", "string").put("format", "binary"));
      case 1 -> addForm(content.putObject("application/x-www-form-urlencoded"), false);
      case 2 -> addForm(content.putObject("multipart/form-data"), true);
      default -> addMedia(content.putObject("application/json"));
    }
    if (random.chance(10)) {
      sharedBodies.set("Sent", body);
      return JsonNodes.object().put("$ref", "#/components/requestBodies/Sent");
    }
    return body;
  }

  private void addForm(ObjectNode media, boolean file) {
    ObjectNode schema = schemas.object(0);
    if (file) {
      ObjectNode properties = schema.withObjectProperty("properties");
      properties.putObject("file").put("type", "string").put("format", "binary");
    }
    media.set("schema", schema);
    if (random.chance(30)) {
      String name = schema.get("properties").fieldNames().next();
      media.putObject("encoding").putObject(name).put("contentType", "text/plain");
    }
  }

  private ObjectNode response() {
    ObjectNode response = JsonNodes.object().put("description", "A response.");
    if (random.chance(85)) {
      ObjectNode content = response.putObject("content");
      addMedia(content.putObject("application/json"));
      if (random.chance(8)) {
        content.putObject("text/plain").putObject("schema").put("type", "string");
      }
    }
    if (random.chance(10)) {
      ObjectNode header = response.putObject("headers").putObject("X-Rate-Limit");
      header.putObject("schema").put("type", "integer");
    }
    if (random.chance(6)) {
      response.putObject("links").putObject("self").put("operationId", "get_v1_things");
    }
    if (random.chance(10)) {
      sharedResponses.set("Shown", response);
      return JsonNodes.object().put("$ref", "#/components/responses/Shown");
    }
    return response;
  }

  private void addMedia(ObjectNode media) {
    ObjectNode schema = random.chance(60) ? schemas.object(DEPTH) : schemas.any(DEPTH);
    media.set("schema", schema);
    switch (random.below(5)) {
      case 0 -> media.set("example", instances.of(schema));
      case 1 -> {
        ObjectNode examples = media.putObject("examples");
        examples.putObject("first").put("summary", "One").set("value", instances.of(schema));
        examples.putObject("second").set("value", instances.of(schema));
      }
      case 2 -> {
        if (!schema.has("$ref")) {
          schema.set("example", instances.of(schema));
        }
      }
      default -> {}
    }
  }
}
