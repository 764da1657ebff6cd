package io.github.videotasks.spec.waiting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.attention.StatusTable;
import io.github.videotasks.spec.tree.JsonNodes;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Writes an Arazzo 1.0 document with one workflow for each operation that returns a task: poll
 * until the status value is that of an end.
 *
 * <p>Arazzo 1.0 has no timeout: {@code retryLimit} is the number of polls that fit into the whole
 * time, and {@value #DEADLINE} has the whole time itself.
 */
final class ArazzoDocument {
  /** The extension with the whole time of a wait, in seconds. */
  static final String DEADLINE = "x-deadline";

  /**
   * The edition for OpenAPI 3.1: runners validate responses as JSON Schema, which rejects the form
   * of OpenAPI 3.0 for a reference that may be null.
   */
  private static final String SOURCE = "openapi-3.1.yaml";

  private static final String TOKEN = "token";

  private final WaitRules rules;
  private final Duration deadline;
  private final FailureActions actions;

  ArazzoDocument(WaitRules rules, StatusTable table) {
    this.rules = rules;
    this.deadline = table.deadline();
    this.actions = new FailureActions(rules, table);
  }

  /** Returns the document for a contract. */
  ObjectNode of(ObjectNode contract) {
    JsonNode version = contract.path("info").path("version");
    ObjectNode document = JsonNodes.object().put("arazzo", "1.0.1");
    ObjectNode info = document.putObject("info");
    info.put("title", rules.title());
    info.put(
        "description",
        "Polls a task until it has ended. A workflow succeeds when the task has succeeded and has a"
            + " URL, and fails when the task has failed, was cancelled or has not ended in time. An"
            + " unknown status value is neither: it is polled again. A Retry-After of the gateway"
            + " takes precedence over retryAfter. x-deadline is the whole time in seconds.");
    info.set("version", version);
    document
        .putArray("sourceDescriptions")
        .addObject()
        .put("name", "contract")
        .put("url", SOURCE)
        .put("type", "openapi");
    ArrayNode workflows = document.putArray("workflows");
    for (TaskOperations.TaskOperation operation : TaskOperations.find(contract, rules.status())) {
      workflows.add(workflow(operation));
    }
    document.putObject("components").set("failureActions", actions.all());
    return document;
  }

  private ObjectNode workflow(TaskOperations.TaskOperation operation) {
    ObjectNode workflow = JsonNodes.object();
    String id = operation.id();
    workflow.put(
        "workflowId", "waitBy" + id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1));
    workflow.put("summary", rules.title() + ": " + operation.summary());
    workflow.set("inputs", inputs(operation));
    workflow.putArray("steps").add(step(operation));
    workflow
        .putObject("outputs")
        .put("task", "$steps.poll.outputs.task")
        .put("url", "$steps.poll.outputs.url");
    return workflow.put(DEADLINE, deadline.toSeconds());
  }

  private static ObjectNode inputs(TaskOperations.TaskOperation operation) {
    ObjectNode inputs = JsonNodes.object().put("type", "object");
    ArrayNode required = inputs.putArray("required");
    ObjectNode properties = inputs.putObject("properties");
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asText();
      required.add(name);
      ObjectNode schema = properties.putObject(name);
      schema.setAll((ObjectNode) parameter.path("schema").deepCopy());
      schema.set("description", parameter.path("description"));
    }
    if (operation.needsToken()) {
      required.add(TOKEN);
      properties
          .putObject(TOKEN)
          .put("type", "string")
          .put("format", "password")
          .put("description", "The API key.");
    }
    return inputs;
  }

  private ObjectNode step(TaskOperations.TaskOperation operation) {
    ObjectNode step = JsonNodes.object().put("stepId", "poll").put("operationId", operation.id());
    ArrayNode parameters = step.putArray("parameters");
    for (JsonNode parameter : operation.parameters()) {
      parameters
          .addObject()
          .put("name", parameter.path("name").asText())
          .put("in", parameter.path("in").asText())
          .put("value", "$inputs." + parameter.path("name").asText());
    }
    if (operation.needsToken()) {
      parameters
          .addObject()
          .put("name", "Authorization")
          .put("in", "header")
          .put("value", "Bearer {$inputs." + TOKEN + "}");
    }
    step.set("successCriteria", actions.succeeded().add(actions.hasResult()));
    ArrayNode onFailure = step.putArray("onFailure");
    for (Map.Entry<String, JsonNode> action : actions.all().properties()) {
      onFailure.addObject().put("reference", "$components.failureActions." + action.getKey());
    }
    step.putObject("outputs")
        .put("task", "$response.body")
        .put("url", "$response.body#" + rules.result());
    return step;
  }
}
