package io.github.videotasks.spec.edit;

import static io.github.videotasks.spec.edit.ContractTree.list;
import static io.github.videotasks.spec.edit.ContractTree.putBefore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The kinds of edit that no correction can yield. */
final class RefusedEdits {
  private final List<EditKind> kinds = new ArrayList<>();

  private RefusedEdits() {}

  static List<EditKind> all() {
    RefusedEdits edits = new RefusedEdits();
    edits.addDerivedParts();
    edits.addContradictions();
    edits.addStructure();
    edits.addForms();
    edits.addHostileInput();
    return edits.kinds;
  }

  private void add(String name, Consumer<ContractTree> edit) {
    kinds.add(
        EditKind.ofTree(
            name, false, (root, random) -> edit.accept(new ContractTree(root, random))));
  }

  private void addText(String name, String old, String replacement) {
    kinds.add(EditKind.ofText(name, false, old, replacement));
  }

  private void addText(String name, BiFunction<String, Random, String> edit) {
    kinds.add(new EditKind(name, false, edit));
  }

  private void addDerivedParts() {
    add("version of OpenAPI changed", tree -> tree.root().put("openapi", "3.1.0"));
    add(
        "providers of a field changed",
        tree ->
            ((ArrayNode) tree.field(tree.anyField(f -> f.has("x-providers"))).path("x-providers"))
                .add("acme"));
    add(
        "providers of an added field",
        tree ->
            ((ObjectNode) tree.component("TaskInput").path("properties"))
                .putObject("added")
                .put("type", "string")
                .set("x-providers", list("acme")));
    add("shapes changed", tree -> tree.component("VideoTask").remove("x-shapes"));
    add(
        "example of a page changed",
        tree -> tree.at("/components/examples/chainhub-grok-1-pending/value").put("id", "other"));
    add(
        "example of a page removed",
        tree -> tree.at("/components/examples").remove("chainhub-grok-1-pending"));
    add(
        "reference to an example removed",
        tree ->
            ((ObjectNode)
                    tree.anyOperation().at("/responses/200/content/application~1json/examples"))
                .removeAll());
    addText("source of an example changed", "x-source: pages/", "x-source: page/");
  }

  private void addContradictions() {
    add(
        "type that an example contradicts",
        tree -> tree.field("VideoTask.status").put("type", "boolean").remove("x-extensible-enum"));
    add(
        "null that an example shows refused",
        tree -> tree.field("VideoTask.video_url").remove("nullable"));
    add("limit that an example exceeds", tree -> tree.field("VideoTask.id").put("maxLength", 1));
    add("enum without a shown value", tree -> tree.field("VideoTask.id").set("enum", list("a")));
    add(
        "required name that an example lacks",
        tree -> ((ArrayNode) tree.component("VideoTask").path("required")).add("size"));
    add(
        "pattern that an example does not match",
        tree -> tree.field("VideoTask.status").put("pattern", "^[0-9]+$"));
  }

  private void addStructure() {
    add(
        "property added in the middle",
        tree ->
            putBefore(
                (ObjectNode) tree.component("VideoTask").path("properties"),
                "added",
                JsonNodes.object().put("type", "string"),
                "video_url"));
    add(
        "properties reordered",
        tree ->
            ContractTree.moveToEnd(
                (ObjectNode) tree.component("VideoTask").path("properties"), "id"));
    add(
        "components reordered",
        tree -> ContractTree.moveToEnd(tree.at("/components/schemas"), "VideoTask"));
    add("paths reordered", tree -> ContractTree.moveToEnd(tree.at("/paths"), "/v1/video/query"));
    add(
        "keyword before the providers",
        tree ->
            putBefore(tree.field("VideoTask.width"), "minimum", IntNode.valueOf(0), "x-providers"));
    add(
        "unused component added",
        tree -> tree.at("/components/schemas").putObject("Unused").put("type", "object"));
    add(
        "object with properties inline",
        tree ->
            ((ObjectNode) tree.component("TaskInput").path("properties"))
                .putObject("inner")
                .put("type", "object")
                .putObject("properties")
                .putObject("a")
                .put("type", "string"));
    add(
        "bare reference of a field",
        tree ->
            ((ObjectNode) tree.component("TaskInput").path("properties"))
                .putObject("inner")
                .put("$ref", "#/components/schemas/Encoding"));
    add(
        "keyword beside a reference",
        tree -> tree.field("VideoTask.detail").put("minProperties", 1));
    add(
        "reference to no component",
        tree ->
            ((ObjectNode) tree.field("VideoTask.detail").path("allOf").path(0))
                .put("$ref", "#/components/schemas/Missing"));
    add(
        "reference into itself",
        tree ->
            ((ObjectNode) tree.field("VideoTask.detail").path("allOf").path(0))
                .put("$ref", "#/components/schemas/VideoTask"));
    add(
        "object that examples show replaced by a text",
        tree -> {
          ObjectNode input = tree.field("TaskDetail.input");
          input.put("type", "string").remove("allOf");
          tree.at("/components/schemas").remove("TaskInput");
        });
    add("operation removed", tree -> tree.at("/paths").remove("/v1/video/query"));
    add("object closed", tree -> tree.component("VideoTask").put("additionalProperties", false));
    add("misspelled type", tree -> tree.field("VideoTask.width").put("type", "integr"));
    add("misspelled keyword", tree -> tree.field("VideoTask.width").put("maximun", 3));
    add("operationId removed", tree -> tree.anyOperation().remove("operationId"));
  }

  private void addForms() {
    addText("comment added", "paths:\n", "# a comment\npaths:\n");
    addText("comment at the end of a line", "paths:\n", "paths: # all\n");
    addText("blank line added", "paths:\n", "\npaths:\n");
    addText("single quotes", "title: Video Tasks", "title: 'Video Tasks'");
    addText("double quotes", "title: Video Tasks", "title: \"Video Tasks\"");
    addText("quotes removed", "\"200\":", "200:");
    addText("folded text", "title: Video Tasks", "title: >-\n    Video\n    Tasks");
    addText("flow list", "tags:\n        - videoTasks\n", "tags: [videoTasks]\n");
    addText("list without indentation", "  - url: https://api.chain", "- url: https://api.chain");
    addText("blank at the end of a line", "paths:\n", "paths: \n");
    addText("tab", "title: Video Tasks", "title:\tVideo Tasks");
    addText("document start", "openapi:", "---\nopenapi:");
    addText("hexadecimal number", "minLength: 1", "minLength: 0x1");
    addText("line ends of Windows", (yaml, random) -> yaml.replace("\n", "\r\n"));
    addText("no line end at the end", (yaml, random) -> yaml.strip());
    addText("byte order mark", (yaml, random) -> "\uFEFF" + yaml);
    addText(
        "keys swapped", "title: Video Tasks\n  description:", "description: Video Tasks\n  title:");
    addText("JSON", (yaml, random) -> JsonNodes.compact(EditKind.parse(yaml)));
  }

  private void addHostileInput() {
    addText("duplicate key", "paths:\n", "info: {}\npaths:\n");
    addText("alias", "- bearer: []", "- bearer: &a []\n  - key: *a");
    addText("merge key", "- bearer: []", "- <<: {bearer: []}");
    addText("tag of an object", "title: Video Tasks", "title: !!java.net.URL [x]");
    addText("broken YAML", "title: Video Tasks", "title: [Video Tasks");
    addText("two documents", (yaml, random) -> yaml + "---\n" + yaml);
    addText("no object", (yaml, random) -> "- a\n");
    addText("empty file", (yaml, random) -> "");
    addText(
        "reference to a file",
        "$ref: \"#/components/schemas/VideoTask\"",
        "$ref: \"file:///etc/passwd\"");
    addText(
        "reference to a host",
        "$ref: \"#/components/schemas/VideoTask\"",
        "$ref: \"http://127.0.0.1:9/a.yaml#/A\"");
    addText("name that ends a comment", "        trace_id:\n", "        \"*/ trace_id\":\n");
    addText("control character", "title: Video Tasks", "title: \"Video\\u0007Tasks\"");
    addText("deep nesting", "paths:\n", "x-a: " + "[".repeat(200) + "]".repeat(200) + "\npaths:\n");
    addText("huge file", (yaml, random) -> yaml + "#".repeat(9 << 20));
    add(
        "components that double at each level",
        tree -> {
          ObjectNode schemas = tree.at("/components/schemas");
          for (int i = 0; i < 40; i++) {
            ObjectNode properties =
                schemas.putObject("Level" + i).put("type", "object").putObject("properties");
            for (String side : List.of("a", "b")) {
              properties
                  .putObject(side)
                  .put("type", "object")
                  .putArray("allOf")
                  .addObject()
                  .put("$ref", "#/components/schemas/" + (i < 39 ? "Level" + (i + 1) : "Encoding"));
            }
          }
          ((ObjectNode) tree.component("GatewayError").path("properties"))
              .putObject("level")
              .put("type", "object")
              .putArray("allOf")
              .addObject()
              .put("$ref", "#/components/schemas/Level0");
        });
  }
}
