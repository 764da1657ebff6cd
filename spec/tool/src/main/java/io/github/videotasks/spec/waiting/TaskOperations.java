package io.github.videotasks.spec.waiting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the operations of a contract that return the state of a task. */
final class TaskOperations {

  /**
   * An operation.
   *
   * @param id its id in the contract
   * @param parameters its required parameters
   * @param needsToken whether the contract requires a bearer token
   */
  record TaskOperation(String id, String summary, List<JsonNode> parameters, boolean needsToken) {}

  private final ObjectNode contract;

  private TaskOperations(ObjectNode contract) {
    this.contract = contract;
  }

  /**
   * Returns the GET operations whose response has a status value, in the order of the contract.
   *
   * @param status JSON Pointer of the status value in a response
   */
  static List<TaskOperation> find(ObjectNode contract, String status) {
    TaskOperations reader = new TaskOperations(contract);
    List<TaskOperation> found = new ArrayList<>();
    for (JsonNode path : contract.path("paths")) {
      JsonNode operation = path.path("get");
      JsonNode schema = operation.at("/responses/200/content/application~1json/schema");
      if (!reader.property(schema, status).isMissingNode()) {
        found.add(reader.toTaskOperation(operation));
      }
    }
    return found;
  }

  private TaskOperation toTaskOperation(JsonNode operation) {
    List<JsonNode> required = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode resolved = resolve(parameter);
      if (resolved.path("required").asBoolean()) {
        required.add(resolved);
      }
    }
    return new TaskOperation(
        operation.path("operationId").asText(),
        operation.path("summary").asText(),
        required,
        needsToken(operation));
  }

  private boolean needsToken(JsonNode operation) {
    JsonNode security =
        operation.has("security") ? operation.path("security") : contract.path("security");
    for (JsonNode alternative : security) {
      for (Map.Entry<String, JsonNode> scheme : alternative.properties()) {
        JsonNode declared = contract.at("/components/securitySchemes").path(scheme.getKey());
        if (declared.path("scheme").asText().equalsIgnoreCase("bearer")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the schema at a JSON Pointer in values of another schema. */
  private JsonNode property(JsonNode schema, String pointer) {
    JsonNode current = schema;
    for (String name : pointer.substring(1).split("/", -1)) {
      current = resolve(current).path("properties").path(name);
    }
    return current;
  }

  /** Follows a reference; a schema in {@code allOf} is one that may be null. */
  private JsonNode resolve(JsonNode node) {
    JsonNode target = node.has("allOf") ? node.path("allOf").path(0) : node;
    String ref = target.path("$ref").asText();
    return ref.startsWith("#/") ? contract.at(ref.substring(1)) : target;
  }
}
