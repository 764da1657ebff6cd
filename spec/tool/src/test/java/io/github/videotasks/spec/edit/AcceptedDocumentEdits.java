package io.github.videotasks.spec.edit;

import static io.github.videotasks.spec.edit.ContractTree.list;
import static io.github.videotasks.spec.edit.ContractTree.putBefore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The kinds of edit outside of schemas that a correction can yield. */
final class AcceptedDocumentEdits {
  private final List<EditKind> kinds = new ArrayList<>();

  private AcceptedDocumentEdits() {}

  static List<EditKind> all() {
    AcceptedDocumentEdits edits = new AcceptedDocumentEdits();
    edits.addParameters();
    edits.addResponses();
    edits.addDocument();
    return edits.kinds;
  }

  private void add(String name, Consumer<ContractTree> edit) {
    kinds.add(
        EditKind.ofTree(name, true, (root, random) -> edit.accept(new ContractTree(root, random))));
  }

  private static boolean isReference(JsonNode schema) {
    return schema.has("allOf");
  }

  private void addParameters() {
    add(
        "description of a parameter changed",
        tree -> tree.anyParameter().put("description", tree.pick(ContractTree.TEXTS)));
    add(
        "limit of a parameter changed",
        tree -> ((ObjectNode) tree.anyParameter().path("schema")).put("minLength", 3));
    add(
        "pattern of a parameter removed",
        tree -> ((ObjectNode) tree.anyParameter().path("schema")).remove("pattern"));
    add(
        "query parameter added",
        tree -> {
          ObjectNode parameter = ((ArrayNode) tree.anyOperation().path("parameters")).addObject();
          parameter.put("name", "verbose").put("in", "query");
          parameter.put("description", "Whether to return everything.");
          parameter.putObject("schema").put("type", "boolean");
        });
    add(
        "query parameter no longer required",
        tree ->
            ((ObjectNode) tree.at("/paths/~1v1~1video~1query/get").path("parameters").path(0))
                .remove("required"));
    add(
        "header parameter added first",
        tree -> {
          ObjectNode parameter = JsonNodes.object().put("name", "X-Trace").put("in", "header");
          parameter.putObject("schema").put("type", "string").put("default", "none");
          ((ArrayNode) tree.anyOperation().path("parameters")).insert(0, parameter);
        });
    add(
        "query parameter renamed",
        tree ->
            ((ObjectNode) tree.at("/paths/~1v1~1video~1query/get").path("parameters").path(0))
                .put("name", "task_id"));
  }

  private void addResponses() {
    add(
        "response added last",
        tree ->
            ((ObjectNode) tree.anyOperation().path("responses"))
                .putObject("429")
                .put("description", "Too many requests."));
    add(
        "response with a schema added before default",
        tree -> {
          ObjectNode response = JsonNodes.object().put("description", "Not found.");
          response
              .putObject("content")
              .putObject("application/json")
              .putObject("schema")
              .put("$ref", "#/components/schemas/GatewayError");
          putBefore((ObjectNode) tree.anyOperation().path("responses"), "404", response, "default");
        });
    add(
        "response removed",
        tree -> ((ObjectNode) tree.anyOperation().path("responses")).remove("default"));
    add(
        "description of a response changed",
        tree ->
            ((ObjectNode) tree.anyOperation().path("responses").path("200"))
                .put("description", tree.pick(ContractTree.TEXTS)));
    add(
        "example written by hand added first",
        tree -> {
          ObjectNode media =
              (ObjectNode) tree.anyOperation().at("/responses/200/content/application~1json");
          ObjectNode example = JsonNodes.object();
          example.putObject("value").put("id", "task_1").put("status", "pending");
          ObjectNode examples = JsonNodes.object();
          examples.set("by-hand", example);
          examples.setAll((ObjectNode) media.path("examples"));
          media.set("examples", examples);
        });
  }

  private void addDocument() {
    add("version changed", tree -> tree.at("/info").put("version", "99.0.0"));
    add("title changed", tree -> tree.at("/info").put("title", tree.pick(ContractTree.TEXTS)));
    add(
        "contact added",
        tree -> tree.at("/info").putObject("contact").put("name", "The maintainers"));
    add(
        "server added",
        tree ->
            ((ArrayNode) tree.root().path("servers")).addObject().put("url", "https://c.example"));
    add("server removed", tree -> ((ArrayNode) tree.root().path("servers")).remove(0));
    add(
        "server changed",
        tree ->
            ((ObjectNode) tree.root().path("servers").path(tree.pick(List.of(0, 1))))
                .put("description", "A gateway."));
    add(
        "servers swapped",
        tree -> {
          ArrayNode servers = (ArrayNode) tree.root().path("servers");
          servers.add(servers.remove(0));
        });
    add(
        "tag changed",
        tree -> ((ObjectNode) tree.root().path("tags").path(0)).put("description", "Tasks."));
    add("security removed", tree -> tree.root().remove("security"));
    add(
        "security scheme added",
        tree ->
            tree.at("/components/securitySchemes")
                .putObject("key")
                .put("type", "apiKey")
                .put("name", "X-Key")
                .put("in", "header"));
    add(
        "extension added",
        tree ->
            tree.pick(
                    List.of(
                        tree.root(),
                        tree.at("/info"),
                        tree.anyOperation(),
                        tree.component("TaskInput"),
                        tree.anyParameter(),
                        tree.field(tree.anyField(f -> !isReference(f)))))
                .set("x-note", tree.pick(List.of(IntNode.valueOf(7), list("a", "b"), list()))));
    add(
        "extension removed",
        tree ->
            ((ObjectNode) tree.anyOperation().path("responses").path("default"))
                .remove("x-undocumented"));
    add(
        "path added",
        tree -> {
          ObjectNode operation = tree.at("/paths").putObject("/v1/models").putObject("get");
          operation.put("operationId", "listModels").put("summary", "List the models");
          operation.putObject("responses").putObject("200").put("description", "The models.");
        });
  }
}
