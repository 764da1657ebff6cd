package io.github.videotasks.spec.edit;

import static io.github.videotasks.spec.edit.ContractTree.list;
import static io.github.videotasks.spec.edit.ContractTree.putBefore;
import static io.github.videotasks.spec.edit.ContractTree.rename;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The kinds of edit of schemas that a correction can yield. */
final class AcceptedSchemaEdits {
  private final List<EditKind> kinds = new ArrayList<>();

  private AcceptedSchemaEdits() {}

  static List<EditKind> all() {
    AcceptedSchemaEdits edits = new AcceptedSchemaEdits();
    edits.addDescriptions();
    edits.addFields();
    edits.addStructure();
    edits.addValues();
    edits.addNames();
    return edits.kinds;
  }

  private void add(String name, Consumer<ContractTree> edit) {
    kinds.add(
        EditKind.ofTree(name, true, (root, random) -> edit.accept(new ContractTree(root, random))));
  }

  private static boolean isReference(JsonNode schema) {
    return schema.has("allOf");
  }

  private void addDescriptions() {
    add(
        "description of a field changed",
        tree ->
            tree.field(tree.anyField(f -> true)).put("description", tree.pick(ContractTree.TEXTS)));
    add(
        "description of a field removed",
        tree -> tree.field(tree.anyField(f -> !isReference(f))).remove("description"));
    add(
        "description of a component changed",
        tree -> tree.anyComponent().put("description", tree.pick(ContractTree.TEXTS)));
    add(
        "title of a field added",
        tree ->
            putBefore(
                tree.field(tree.anyField(f -> !isReference(f))),
                "title",
                TextNode.valueOf("A title"),
                "type",
                "nullable",
                "description"));
    add(
        "description of an operation changed",
        tree -> tree.anyOperation().put("description", tree.pick(ContractTree.TEXTS)));
    add(
        "summary of an operation changed",
        tree -> tree.anyOperation().put("summary", tree.pick(ContractTree.TEXTS)));
  }

  private void addFields() {
    add(
        "scalar property added last",
        tree ->
            ((ObjectNode) tree.anyComponent().path("properties"))
                .putObject("added_by_hand")
                .put("type", "string")
                .put("nullable", true)
                .put("description", tree.pick(ContractTree.TEXTS)));
    add(
        "scalar property removed",
        tree -> {
          String[] field = tree.anyField(f -> !isReference(f) && !f.has("items")).split("\\.", 2);
          ObjectNode component = tree.component(field[0]);
          ((ObjectNode) component.path("properties")).remove(field[1]);
        });
    add(
        "object property with a component added last",
        tree -> {
          ((ObjectNode) tree.component("GatewayError").path("properties"))
              .putObject("more")
              .put("type", "object")
              .put("nullable", true)
              .put("description", "More about the error.")
              .putArray("allOf")
              .addObject()
              .put("$ref", "#/components/schemas/ErrorDetail");
          ObjectNode component =
              tree.at("/components/schemas").putObject("ErrorDetail").put("type", "object");
          component.put("description", "Details.");
          component.putObject("properties").putObject("hint").put("type", "string");
        });
    add(
        "list of strings added last",
        tree -> {
          ObjectNode field =
              ((ObjectNode) tree.component("TaskDetail").path("properties")).putObject("labels");
          field.put("type", "array").put("nullable", true);
          field.putObject("items").put("type", "string");
        });
    add(
        "map added last",
        tree -> {
          ObjectNode field =
              ((ObjectNode) tree.component("TaskInput").path("properties")).putObject("headers");
          field.put("type", "object").put("nullable", true);
          field.putObject("additionalProperties").put("type", "string");
        });
    add(
        "type of an untyped field set",
        tree -> {
          String name =
              tree.anyField(f -> !f.has("type") && f.path("description").asText().contains("only"));
          putBefore(tree.field(name), "type", TextNode.valueOf("string"), "description");
          putBefore(tree.field(name), "nullable", BooleanNode.TRUE, "description");
        });
    add(
        "type integer widened to number",
        tree -> {
          ObjectNode field =
              tree.field(tree.anyField(f -> f.path("type").asText().equals("integer")));
          field.put("type", "number").remove("format");
        });
    add(
        "format added",
        tree ->
            putBefore(
                tree.field(
                    tree.anyField(
                        f -> f.path("type").asText().equals("string") && !f.has("format"))),
                "format",
                TextNode.valueOf("x-text"),
                "nullable",
                "description"));
    add("format changed", tree -> tree.field("VideoTask.progress").put("format", "int32"));
    add("format removed", tree -> tree.field("VideoTask.progress").remove("format"));
    add(
        "description of a component removed",
        tree -> tree.component("GatewayError").remove("description"));
    add(
        "limit added",
        tree ->
            tree.field(tree.anyField(f -> f.path("type").asText().equals("string")))
                .put("maxLength", 100_000 + tree.pick(List.of(1, 2, 3))));
    add(
        "field deprecated",
        tree ->
            tree.field(tree.anyField(f -> !isReference(f))).set("deprecated", BooleanNode.TRUE));
    add(
        "reference deprecated",
        tree -> tree.field(tree.anyField(f -> isReference(f))).put("deprecated", true));
    add(
        "description of a reference changed",
        tree -> tree.field(tree.anyField(f -> isReference(f))).put("description", "Another text."));
  }

  private void addStructure() {
    add(
        "null refused that no example shows",
        tree -> tree.field("VideoTask.enhanced_prompt").remove("nullable"));
    add(
        "null admitted",
        tree -> putBefore(tree.field("VideoTask.id"), "nullable", BooleanNode.TRUE, "description"));
    add(
        "list removed with its component",
        tree -> {
          ((ObjectNode) tree.component("PendingInfo").path("properties")).remove("inpaint_items");
          tree.at("/components/schemas").remove("InpaintItem");
        });
    add(
        "reference at one of two places replaced",
        tree ->
            ((ObjectNode)
                    tree.anyOperation().at("/responses/default/content/application~1json/schema"))
                .put("type", "object")
                .remove("$ref"));
    add(
        "media type added",
        tree ->
            ((ObjectNode) tree.anyOperation().at("/responses/default/content"))
                .putObject("text/html")
                .putObject("schema")
                .put("type", "string"));
    add(
        "operation with a body added last",
        tree -> {
          ObjectNode operation = tree.at("/paths/~1v1~1videos~1{id}").putObject("post");
          operation.put("operationId", "remixVideo").put("summary", "Remix a video");
          ObjectNode schema =
              operation
                  .putObject("requestBody")
                  .putObject("content")
                  .putObject("application/json")
                  .putObject("schema");
          schema.put("$ref", "#/components/schemas/RemixRequest");
          operation.putObject("responses").putObject("200").put("description", "Accepted.");
          ObjectNode component = JsonNodes.object().put("type", "object");
          component.putObject("properties").putObject("prompt").put("type", "string");
          tree.at("/components/schemas").set("RemixRequest", component);
        });
    add(
        "reference to a component added",
        tree ->
            ((ObjectNode) tree.component("CreationConfig").path("properties"))
                .putObject("encoding")
                .put("type", "object")
                .putArray("allOf")
                .addObject()
                .put("$ref", "#/components/schemas/Encoding"));
  }

  private void addValues() {
    add(
        "known value added",
        tree -> ((ArrayNode) status(tree).path("x-extensible-enum")).add("paused"));
    add(
        "known value removed",
        tree -> {
          ArrayNode values = (ArrayNode) status(tree).path("x-extensible-enum");
          values.remove(tree.pick(List.of(1, 3, 7, values.size() - 1)));
        });
    add(
        "known value moved",
        tree -> {
          ArrayNode values = (ArrayNode) status(tree).path("x-extensible-enum");
          values.insert(3, values.remove(20));
        });
    add(
        "enum added",
        tree -> tree.field("GatewayError.type").set("enum", list("quota", "invalid_request")));
    add(
        "required name removed",
        tree -> ((ArrayNode) tree.component("VideoTask").path("required")).remove(1));
    add("required removed", tree -> tree.component("VideoTask").remove("required"));
    add("example of a field changed", tree -> status(tree).put("example", "pending"));
    add("example of a field removed", tree -> status(tree).remove("example"));
  }

  private static ObjectNode status(ContractTree tree) {
    return tree.field("VideoTask.status");
  }

  private void addNames() {
    add(
        "component renamed",
        tree -> {
          String name =
              tree.pick(List.of("TaskInput", "InpaintItem", "ModerationResult", "Encoding"));
          rename(tree.at("/components/schemas"), name, "Renamed" + name);
          ContractTree.rewriteReferences(tree.root(), name, "Renamed" + name);
        });
    add(
        "component with shapes renamed",
        tree -> {
          rename(tree.at("/components/schemas"), "VideoTask", "Job");
          ContractTree.rewriteReferences(tree.root(), "VideoTask", "Job");
          ObjectNode shapes = (ObjectNode) tree.component("Job").path("x-shapes");
          rename(shapes, "VideoTaskPlain", "JobPlain");
          rename(shapes, "VideoTaskWithDetail", "JobWithDetail");
        });
    add("operationId changed", tree -> tree.anyOperation().put("operationId", "readTask"));
  }
}
