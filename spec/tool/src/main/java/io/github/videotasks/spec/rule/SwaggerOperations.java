package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Translates the operations of a Swagger 2.0 document: parameters, bodies and responses. */
final class SwaggerOperations {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  private final SpecDocument document;
  private final ObjectNode root;
  private final SwaggerParameter parameters;
  private final LimitedCopy copies;

  SwaggerOperations(SpecDocument document, Findings out) {
    this.document = document;
    this.root = document.root();
    this.copies = new LimitedCopy(document);
    this.parameters = new SwaggerParameter(document, out);
  }

  void translate() {
    for (JsonNode pathItem : root.path("paths")) {
      List<ObjectNode> shared = parametersOf(pathItem);
      for (Map.Entry<String, JsonNode> entry : pathItem.properties()) {
        if (entry.getValue() instanceof ObjectNode operation
            && Operations.METHODS.contains(entry.getKey())) {
          translate(operation, shared);
        }
      }
      if (pathItem instanceof ObjectNode item) {
        item.remove("parameters");
      }
    }
  }

  private void translate(ObjectNode operation, List<ObjectNode> shared) {
    List<String> consumes = mediaTypes(operation, "consumes");
    List<String> produces = mediaTypes(operation, "produces");
    Map<String, ObjectNode> byName = new LinkedHashMap<>();
    for (ObjectNode parameter : shared) {
      byName.put(key(parameter), (ObjectNode) copies.copy(parameter));
    }
    parametersOf(operation).forEach(parameter -> byName.put(key(parameter), parameter));
    ArrayNode kept = JsonNodes.array();
    List<ObjectNode> form = new ArrayList<>();
    document.lines().recordStart(kept, document.lines().lineOf(operation, "parameters"));
    for (ObjectNode parameter : byName.values()) {
      switch (parameter.path("in").asText()) {
        case "body" -> putBody(operation, parameter, consumes);
        case "formData" -> form.add(parameter);
        default -> {
          parameters.translate(parameter);
          kept.add(parameter);
          document.lines().recordItem(kept, document.lines().lineOf(parameter));
        }
      }
    }
    if (!form.isEmpty()) {
      putForm(operation, form, consumes);
    }
    operation.remove(List.of("consumes", "produces", "schemes", "parameters"));
    if (!kept.isEmpty()) {
      operation.set("parameters", kept);
    }
    if (operation.get("responses") instanceof ObjectNode responses) {
      for (Map.Entry<String, JsonNode> response : List.copyOf(responses.properties())) {
        JsonNode target = resolve(response.getValue(), "#/responses/", root.path("responses"));
        if (target instanceof ObjectNode object) {
          translateResponse(object, produces);
          responses.set(response.getKey(), object);
        }
      }
    }
  }

  private static String key(ObjectNode parameter) {
    String in = parameter.path("in").asText();
    return in.equals("body") ? in : in + ":" + parameter.path("name").asText();
  }

  private List<String> mediaTypes(ObjectNode operation, String key) {
    List<String> types = new ArrayList<>();
    JsonNode declared = operation.has(key) ? operation.path(key) : root.path(key);
    declared.forEach(type -> types.add(type.asText()));
    return types.isEmpty() ? List.of(JSON) : types;
  }

  private List<ObjectNode> parametersOf(JsonNode holder) {
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode parameter : holder.path("parameters")) {
      if (resolve(parameter, "#/parameters/", root.path("parameters")) instanceof ObjectNode own) {
        found.add(own);
      }
    }
    return found;
  }

  /** Returns a copy of the referenced object, because its translation depends on the operation. */
  private JsonNode resolve(JsonNode node, String prefix, JsonNode section) {
    String ref = node.path("$ref").asText();
    if (!ref.startsWith(prefix)) {
      return node;
    }
    String name = ref.substring(prefix.length()).replace("~1", "/").replace("~0", "~");
    JsonNode target = section.path(name);
    return target.isObject() && !target.has("$ref") ? copies.copy(target) : node;
  }

  private void putBody(ObjectNode operation, ObjectNode parameter, List<String> consumes) {
    ObjectNode body = newObject(operation, "requestBody", document.lines().lineOf(parameter));
    KeyMover.move(document, parameter, "description", body, "description");
    KeyMover.move(document, parameter, "required", body, "required");
    putContent(body, parameter, consumes);
  }

  private void putForm(ObjectNode operation, List<ObjectNode> form, List<String> consumes) {
    boolean file = form.stream().anyMatch(f -> f.path("type").asText().equals("file"));
    List<String> types =
        consumes.stream().filter(t -> t.equals(FORM) || t.equals(MULTIPART)).toList();
    int line = document.lines().lineOf(form.get(0));
    ObjectNode body = newObject(operation, "requestBody", line);
    ObjectNode holder = JsonNodes.object();
    ObjectNode schema = newObject(holder, "schema", line);
    schema.put("type", "object");
    ObjectNode properties = newObject(schema, "properties", line);
    ArrayNode required = JsonNodes.array();
    for (ObjectNode field : form) {
      ObjectNode property = parameters.schemaOf(field);
      KeyMover.move(document, field, "description", property, "description");
      String name = field.path("name").asText();
      properties.set(name, property);
      document.lines().recordKey(properties, name, document.lines().lineOf(field));
      if (field.path("required").asBoolean()) {
        required.add(name);
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
      document.lines().recordKey(schema, "required", line);
      body.put("required", true);
    }
    putContent(body, holder, types.isEmpty() ? List.of(file ? MULTIPART : FORM) : types);
  }

  private void translateResponse(ObjectNode response, List<String> produces) {
    JsonNode examples = response.remove("examples");
    if (response.has("schema")) {
      putContent(response, response, produces);
      response.remove("schema");
    }
    if (examples != null) {
      for (Map.Entry<String, JsonNode> example : examples.properties()) {
        ObjectNode content = response.withObjectProperty("content");
        ObjectNode media = content.withObjectProperty(example.getKey());
        media.set("example", example.getValue());
        int line = document.lines().lineOf(examples, example.getKey());
        document.lines().recordKey(media, "example", line);
        if (document.lines().lineOf(media) == 0) {
          document.lines().recordStart(media, line);
        }
      }
    }
  }

  /** Puts the schema of a parameter or response under each media type. */
  private void putContent(ObjectNode target, ObjectNode holder, List<String> types) {
    JsonNode schema = holder.get("schema");
    int line = document.lines().lineOf(holder, "schema");
    ObjectNode content = newObject(target, "content", line);
    for (String type : types) {
      ObjectNode media = newObject(content, type, line);
      if (schema != null) {
        media.set("schema", content.size() == 1 ? schema : copies.copy(schema));
        document.lines().recordKey(media, "schema", line);
      }
    }
  }

  private ObjectNode newObject(ObjectNode holder, String key, int line) {
    ObjectNode object = holder.putObject(key);
    document.lines().recordStart(object, line);
    document.lines().recordKey(holder, key, line);
    return object;
  }
}
