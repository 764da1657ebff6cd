package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverses the extraction of components: returns the edited contract with inline schemas, as the
 * draft has them when corrections run.
 *
 * <p>Draft, derived and edited contract are walked side by side, because the extraction drops parts
 * of the draft, such as {@code x-name}; those parts are taken from the draft. What is restored
 * wrongly is noticed afterwards, when the result is derived again.
 */
final class InlineContract {
  private static final String EXAMPLES = "examples";

  private final ObjectNode draft;
  private final EditedContract derived;
  private final EditRefusals refusals;
  private final InlineCopies copies;
  private final InlineSchemas schemas;
  private final ObjectNode root;

  private InlineContract(
      ObjectNode draft, EditedContract derived, EditedContract edited, Set<String> names) {
    this.draft = draft;
    this.derived = derived;
    this.refusals = new EditRefusals(edited.file());
    this.copies = new InlineCopies(edited, refusals);
    this.schemas = new InlineSchemas(derived, edited, names, copies, refusals);
    this.root = copies.copy(edited.root());
  }

  /**
   * Puts the components of an edited contract back inline.
   *
   * @param draft the contract with inline schemas, before the edit
   * @param derived the derived contract, before the edit
   * @param edited the edited contract
   * @throws EditRefusedException when no inline schemas yield the edited contract
   */
  static InlineContract of(ObjectNode draft, EditedContract derived, EditedContract edited) {
    Set<String> names = new HashSet<>();
    InlineContract first = new InlineContract(draft, derived, edited, names);
    first.build();
    if (names.isEmpty()) {
      return first;
    }
    // A name that one place needs must be written at all of them, because they become one schema.
    InlineContract second = new InlineContract(draft, derived, edited, names);
    second.build();
    return second;
  }

  /** Returns the edited contract with inline schemas. */
  ObjectNode root() {
    return root;
  }

  /** Returns the lines of the result's nodes. */
  InlineCopies copies() {
    return copies;
  }

  private void build() {
    if (root.get("components") instanceof ObjectNode components) {
      components.remove(List.of("schemas", EXAMPLES));
    }
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        inline(path.getKey(), operation.getKey(), operation.getValue());
      }
    }
    refusals.throwIfAny();
  }

  private void inline(String path, String method, JsonNode operation) {
    JsonNode before = draft.path("paths").path(path).path(method);
    JsonNode derivedBefore = derived.root().path("paths").path(path).path(method);
    boolean renamed = !derivedBefore.path("operationId").equals(operation.path("operationId"));
    Map<String, JsonNode> parameters = parameters(before);
    Map<String, JsonNode> derivedParameters = parameters(derivedBefore);
    parameters(operation)
        .forEach(
            (key, parameter) ->
                inlineContent(
                    parameters.getOrDefault(key, MissingNode.getInstance()),
                    derivedParameters.getOrDefault(key, MissingNode.getInstance()),
                    parameter,
                    renamed));
    inlineContent(
        before.path("requestBody"),
        derivedBefore.path("requestBody"),
        operation.path("requestBody"),
        renamed);
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      inlineContent(
          before.path("responses").path(response.getKey()),
          derivedBefore.path("responses").path(response.getKey()),
          response.getValue(),
          renamed);
    }
  }

  private static Map<String, JsonNode> parameters(JsonNode operation) {
    Map<String, JsonNode> parameters = new HashMap<>();
    operation
        .path("parameters")
        .forEach(p -> parameters.put(p.path("in").asText() + ":" + p.path("name").asText(), p));
    return parameters;
  }

  private void inlineContent(
      JsonNode holder, JsonNode derivedHolder, JsonNode editedHolder, boolean renamed) {
    for (Map.Entry<String, JsonNode> entry : editedHolder.path("content").properties()) {
      if (entry.getValue() instanceof ObjectNode media) {
        JsonNode before = holder.path("content").path(entry.getKey());
        JsonNode derivedBefore = derivedHolder.path("content").path(entry.getKey());
        if (media.get("schema") instanceof ObjectNode schema) {
          media.set(
              "schema",
              schemas.inline(before.path("schema"), derivedBefore.path("schema"), schema, renamed));
        }
        removePageExamples(before, derivedBefore, media);
      }
    }
  }

  /** Removes the references to examples of the pages, which are added after the corrections. */
  private void removePageExamples(JsonNode before, JsonNode derivedBefore, ObjectNode media) {
    List<String> ofPages = new ArrayList<>();
    derivedBefore
        .path(EXAMPLES)
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!before.path(EXAMPLES).has(name)) {
                ofPages.add(name);
              }
            });
    if (ofPages.isEmpty()) {
      return;
    }
    JsonNode written = media.path(EXAMPLES);
    ObjectNode rest = JsonNodes.object();
    for (Map.Entry<String, JsonNode> entry : written.properties()) {
      if (!ofPages.contains(entry.getKey())) {
        rest.set(entry.getKey(), entry.getValue());
      }
    }
    for (String name : ofPages) {
      if (!written.path(name).equals(derivedBefore.path(EXAMPLES).path(name))) {
        refusals.add(
            copies.lineOf(media, EXAMPLES),
            "expected the example " + name + ", which a page shows, found another value or none",
            "Restore it; a correction cannot change what a page shows");
      }
    }
    if (rest.isEmpty() && !before.has(EXAMPLES)) {
      media.remove(EXAMPLES);
    } else {
      copies.replace(media, EXAMPLES, rest);
    }
  }
}
