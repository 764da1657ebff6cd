package io.github.videotasks.spec.correct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.github.videotasks.spec.finding.RefusedException;
import io.github.videotasks.spec.page.Texts;
import io.github.videotasks.spec.tree.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Applies corrections to a document, in place, as the Overlay specification says: an update of an
 * object is merged into it, an update of an array appends, replacing is removing and then updating.
 *
 * <p>Stricter than the specification in two points: an action that matches nothing is an error, and
 * so is an update that would bring in a property which the document does not have, unless the
 * action says {@code x-adds: true}. Both mean that the pages have changed under the correction.
 */
public final class Corrector {
  private static final Configuration JSON =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider())
          .mappingProvider(new JacksonMappingProvider())
          .options(Option.ALWAYS_RETURN_LIST)
          .build();
  private static final Configuration PATHS = JSON.addOptions(Option.AS_PATH_LIST);

  private final ObjectNode root;
  private final boolean strict;
  private final IdentityHashMap<JsonNode, Set<String>> touched = new IdentityHashMap<>();

  /**
   * Prepares to correct a document.
   *
   * @param root the document to change
   * @param strict whether an action that matches nothing is an error
   */
  public Corrector(ObjectNode root, boolean strict) {
    this.root = root;
    this.strict = strict;
  }

  /** Gives the corrections that changed an object. */
  public Set<String> touching(JsonNode node) {
    return touched.getOrDefault(node, Set.of());
  }

  /** Applies one file's actions in order. */
  public void apply(Correction correction) {
    for (Correction.Action action : correction.actions()) {
      JsonNode update = action.update();
      if (update == null) {
        remove(action);
      } else {
        update(correction, action, update);
      }
    }
  }

  private void update(Correction correction, Correction.Action action, JsonNode update) {
    List<JsonNode> targets = new ArrayList<>();
    find(action, JSON).forEach(targets::add);
    for (JsonNode target : targets) {
      if (target instanceof ArrayNode array) {
        array.add(update.deepCopy());
      } else if (target instanceof ObjectNode object && update instanceof ObjectNode patch) {
        merge(object, patch, correction, action, action.target().endsWith(".properties"));
      } else {
        throw refused(
            action, "expected the target to be an object or an array of what the update holds");
      }
    }
  }

  private void merge(
      ObjectNode target,
      ObjectNode patch,
      Correction correction,
      Correction.Action action,
      boolean properties) {
    touched.computeIfAbsent(target, t -> new TreeSet<>()).add(correction.id());
    for (Map.Entry<String, JsonNode> entry : patch.properties()) {
      String key = entry.getKey();
      JsonNode old = target.get(key);
      JsonNode value = entry.getValue();
      if (properties && old == null && strict && !action.adds()) {
        throw refused(
            action,
            "the update adds the property '"
                + Texts.shown(key)
                + "', which no page declares or shows");
      }
      if (old instanceof ObjectNode object && value instanceof ObjectNode inner) {
        merge(object, inner, correction, action, key.equals("properties") && !properties);
      } else if (old instanceof ArrayNode array && value instanceof ArrayNode more) {
        array.addAll(more.deepCopy());
      } else {
        target.set(key, value.deepCopy());
      }
    }
  }

  private void remove(Correction.Action action) {
    List<String> paths = new ArrayList<>();
    find(action, PATHS).forEach(path -> paths.add(path.asText()));
    // From the end: removing an item moves the ones after it.
    Collections.reverse(paths);
    paths.forEach(path -> JsonPath.compile(path).delete(root, JSON));
  }

  private JsonNode find(Correction.Action action, Configuration as) {
    try {
      JsonNode found = JsonPath.compile(action.target()).read(root, as);
      if (!found.isEmpty() || !strict) {
        return found;
      }
    } catch (PathNotFoundException e) {
      if (!strict) {
        return Json.array();
      }
    } catch (InvalidPathException e) {
      throw refused(
          action, "expected a JSONPath as the target, found " + Texts.shown(action.target()));
    }
    throw refused(action, "the target matches nothing: " + Texts.shown(action.target()));
  }

  private static RefusedException refused(Correction.Action action, String message) {
    return new RefusedException(
        "correction-unmatched",
        action.place(),
        message,
        "The pages have changed under the correction: adapt it or remove it");
  }
}
