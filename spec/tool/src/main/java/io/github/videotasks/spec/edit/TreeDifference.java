package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.merge.ContractDraft;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.tree.DeclaredForms;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.tree.OpenApiWalker;
import io.github.videotasks.spec.write.CanonicalYaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the actions that change one contract with inline schemas into another one.
 *
 * <p>An update appends new keys, so a key that must follow a new one is removed and added again.
 * That is refused for schemas of the pages: they would lose their evidence.
 */
final class TreeDifference {
  /** What the pages declare and show; an edit of it would contradict them. */
  private static final Set<String> DERIVED_KEYS = Set.of("x-providers", DeclaredForms.KEYWORD);

  private final ContractDraft draft;
  private final EditedContract derived;
  private final InlineCopies copies;
  private final EditRefusals refusals;
  private final OverlayActions actions = new OverlayActions();
  private final IdentityHashMap<JsonNode, List<String>> orders = new IdentityHashMap<>();

  private TreeDifference(ContractDraft draft, EditedContract derived, InlineCopies copies) {
    this.draft = draft;
    this.derived = derived;
    this.copies = copies;
    this.refusals = copies.newRefusals();
  }

  /**
   * Returns the actions.
   *
   * @param draft the contract before the edit, with sorted keys
   * @param derived the derived contract before the edit
   * @param wanted the contract after the edit, with sorted keys
   * @param copies knows the lines of the wanted contract
   * @throws EditRefusedException when an edit contradicts what the pages declare and show
   */
  static ArrayNode between(
      ContractDraft draft, EditedContract derived, ObjectNode wanted, InlineCopies copies) {
    TreeDifference difference = new TreeDifference(draft, derived, copies);
    OpenApiWalker.walkDocument(
        wanted,
        (kind, node, pointer) -> difference.orders.put(node, CanonicalYaml.orderedKeys(kind)));
    difference.compare(OverlayTarget.root(), draft.root(), wanted);
    difference.refusals.throwIfAny();
    return difference.actions.toArray();
  }

  private void compare(OverlayTarget at, ObjectNode old, ObjectNode wanted) {
    checkDerivedKeys(old, wanted);
    Set<String> kept = keptKeys(old, wanted);
    ObjectNode update = JsonNodes.object();
    for (String key : keys(old)) {
      if (!kept.contains(key)) {
        actions.remove(at.key(key));
      }
    }
    List<String> inner = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      if (!kept.contains(key)) {
        checkReordered(old, wanted, key);
        checkAdded(value);
        update.set(key, value);
      } else if (isCompared(old.get(key), value)) {
        inner.add(key);
      } else if (!ListEdit.isSame(old.get(key), value)) {
        putChanged(at.key(key), key, old.get(key), value, update);
      }
    }
    if (!update.isEmpty()) {
      actions.update(at, update);
    }
    for (String key : inner) {
      if (old.get(key) instanceof ObjectNode object) {
        compare(at.key(key), object, (ObjectNode) wanted.get(key));
      } else {
        compareParameters(at.key(key), old.get(key), wanted.get(key));
      }
    }
  }

  private void putChanged(
      OverlayTarget at, String key, JsonNode old, JsonNode wanted, ObjectNode update) {
    if (!(old instanceof ArrayNode before && wanted instanceof ArrayNode after)) {
      update.set(key, wanted);
      return;
    }
    ListEdit edit = ListEdit.between(before, after);
    if (edit.removed() != null) {
      actions.remove(at.items(edit.removed()));
    }
    if (!edit.appended().isEmpty()) {
      update.set(key, edit.appended());
    }
  }

  private static List<String> keys(ObjectNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private void checkDerivedKeys(ObjectNode old, ObjectNode wanted) {
    for (String key : DERIVED_KEYS) {
      JsonNode expected = old.get(key);
      JsonNode found = wanted.path(key);
      // The forms of a schema without a type end with a type.
      boolean ended = key.equals(DeclaredForms.KEYWORD) && wanted.has("type");
      if (expected == null ? !found.isMissingNode() : !ListEdit.isSame(expected, found) && !ended) {
        refusals.add(
            copies.lineOf(wanted, key),
            "expected '"
                + key
                + "' as derived ("
                + (expected == null ? "none" : MessageText.excerpt(JsonNodes.compact(expected)))
                + "), found another value",
            "Restore it: it says what the pages declare and show");
      }
    }
  }

  /** Returns the keys that stay where they are; the others are removed or added. */
  private Set<String> keptKeys(ObjectNode old, ObjectNode wanted) {
    List<String> sorted = orders.getOrDefault(wanted, List.of());
    List<String> positions = keys(old);
    positions.removeAll(sorted);
    Set<String> kept = new HashSet<>();
    int last = -1;
    boolean inOrder = true;
    for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
      String key = entry.getKey();
      boolean stays = old.has(key);
      if (!sorted.contains(key)) {
        int position = positions.indexOf(key);
        inOrder &= stays && position > last;
        stays = inOrder;
        last = position;
      }
      if (stays) {
        kept.add(key);
      }
    }
    return kept;
  }

  private static boolean isCompared(JsonNode old, JsonNode wanted) {
    return (old.isObject() && wanted.isObject())
        || (!ListEdit.isSame(old, wanted) && areSameParameters(old, wanted));
  }

  /** Returns whether two lists have parameters of the same names in the same order. */
  private static boolean areSameParameters(JsonNode old, JsonNode wanted) {
    boolean same = old.isArray() && old.size() == wanted.size() && !old.isEmpty();
    for (int i = 0; same && i < old.size(); i++) {
      same =
          old.get(i).isObject()
              && wanted.get(i).isObject()
              && old.get(i).path("name").isTextual()
              && old.get(i).path("in").isTextual()
              && old.get(i).path("name").equals(wanted.get(i).path("name"))
              && old.get(i).path("in").equals(wanted.get(i).path("in"));
    }
    return same;
  }

  private void compareParameters(OverlayTarget at, JsonNode old, JsonNode wanted) {
    for (int i = 0; i < old.size(); i++) {
      String name = old.get(i).path("name").asText();
      String in = old.get(i).path("in").asText();
      boolean unique = true;
      for (int other = 0; other < old.size(); other++) {
        unique &= other == i || !old.get(other).path("name").asText().equals(name);
      }
      boolean plain = name.matches("[A-Za-z0-9_.-]+") && in.matches("[a-z]+");
      OverlayTarget item =
          plain ? at.itemWith("name", name, unique ? null : "in", in) : at.items("[" + i + "]");
      compare(item, (ObjectNode) old.get(i), (ObjectNode) wanted.get(i));
    }
  }

  /** What a person adds is declared and shown by no page. */
  private void checkAdded(JsonNode added) {
    if (derived.component(added.path("x-name").asText()).isObject()) {
      // A further reference to a component, which other places derive from the pages.
      return;
    }
    for (String key : DERIVED_KEYS) {
      if (added.has(key)) {
        refusals.add(
            copies.lineOf(added, key),
            "expected no '" + key + "' in an added part, found it",
            "Remove it: it says what the pages declare and show");
      }
    }
    added.forEach(this::checkAdded);
  }

  private void checkReordered(ObjectNode old, ObjectNode wanted, String key) {
    JsonNode moved = old.get(key);
    if (moved == null || !(DERIVED_KEYS.contains(key) || hasEvidence(moved))) {
      return;
    }
    refusals.add(
        copies.lineOf(wanted, key),
        "expected '"
            + MessageText.excerpt(key)
            + "' before keys that are new or in another order, found it after them",
        "Restore the order, and write new keys last: what the pages declare and show cannot be"
            + " moved");
  }

  private boolean hasEvidence(JsonNode node) {
    if (draft.evidence(node) != null) {
      return true;
    }
    for (JsonNode child : node) {
      if (hasEvidence(child)) {
        return true;
      }
    }
    return false;
  }
}
