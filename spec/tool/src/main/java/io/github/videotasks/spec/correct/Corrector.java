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
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Applies corrections to a document in place, according to the Overlay specification: an update of
 * an object is merged into it, an update of an array appends; to replace a value, remove it first
 * and then update.
 *
 * <p>It is stricter than the specification in two points. An action that matches nothing is an
 * error, and so is an update that adds a property which the document does not have, unless the
 * action has {@code x-adds: true}. Both mean that the pages have changed since the correction was
 * written.
 */
public final class Corrector {
  private static final Configuration NODE_CONFIGURATION =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider())
          .mappingProvider(new JacksonMappingProvider())
          .options(Option.ALWAYS_RETURN_LIST)
          .build();
  private static final Configuration PATH_CONFIGURATION =
      NODE_CONFIGURATION.addOptions(Option.AS_PATH_LIST);

  private final ObjectNode root;
  private final boolean strict;
  private final Consumer<RejectedInputException> rejections;
  private final IdentityHashMap<JsonNode, Set<String>> appliedCorrections = new IdentityHashMap<>();

  /**
   * Creates a corrector for one document.
   *
   * @param root the document to change
   * @param strict whether an action that matches nothing, or adds an unknown property, is an error
   */
  public Corrector(ObjectNode root, boolean strict) {
    this(
        root,
        strict,
        rejection -> {
          throw rejection;
        });
  }

  /**
   * Creates a corrector that skips what it rejects: an action, or a property of an update.
   *
   * @param root the document to change
   * @param strict whether an action that matches nothing, or adds an unknown property, is rejected
   * @param rejections is notified of each rejection
   */
  public Corrector(ObjectNode root, boolean strict, Consumer<RejectedInputException> rejections) {
    this.root = root;
    this.strict = strict;
    this.rejections = rejections;
  }

  /**
   * Returns the ids of the corrections that changed an object.
   *
   * @param node an object of the document, compared by identity
   * @return the ids, sorted; empty when no correction changed the object
   */
  public Set<String> correctionsOf(JsonNode node) {
    return appliedCorrections.getOrDefault(node, Set.of());
  }

  /**
   * Applies the actions of one Overlay file in order.
   *
   * @param correction its actions are applied in the order of the file
   * @throws RejectedInputException when a target is not a JSONPath, the update has another type
   *     than the target, or, in strict mode, an action matches nothing or adds an unknown property
   */
  public void apply(Correction correction) {
    for (Correction.OverlayAction action : correction.actions()) {
      JsonNode update = action.update();
      if (update == null) {
        remove(action);
      } else {
        update(correction, action, update);
      }
    }
  }

  private void update(Correction correction, Correction.OverlayAction action, JsonNode update) {
    List<JsonNode> targets = new ArrayList<>();
    select(action, NODE_CONFIGURATION).forEach(targets::add);
    for (JsonNode target : targets) {
      if (target instanceof ArrayNode array) {
        array.add(update.deepCopy());
      } else if (target instanceof ObjectNode object && update instanceof ObjectNode patch) {
        merge(object, patch, correction, action, action.target().endsWith(".properties"));
      } else {
        reject(
            action,
            "expected the target to be an array, or an object if the update is one, found another"
                + " type of value");
      }
    }
  }

  private void merge(
      ObjectNode target,
      ObjectNode patch,
      Correction correction,
      Correction.OverlayAction action,
      boolean properties) {
    appliedCorrections.computeIfAbsent(target, t -> new TreeSet<>()).add(correction.id());
    for (Map.Entry<String, JsonNode> entry : patch.properties()) {
      String key = entry.getKey();
      JsonNode old = target.get(key);
      JsonNode value = entry.getValue();
      if (properties && old == null && strict && !action.allowsNewProperties()) {
        reject(
            action,
            "the update adds the property '"
                + MessageText.excerpt(key)
                + "', which no page declares or shows");
        continue;
      }
      if (old instanceof ObjectNode object && value instanceof ObjectNode inner) {
        merge(object, inner, correction, action, key.equals("properties") && !properties);
      } else if (old instanceof ArrayNode array && value instanceof ArrayNode more) {
        array.addAll(more.deepCopy());
      } else {
        JsonNode added = value.deepCopy();
        target.set(key, added);
        recordAdded(added, correction);
      }
    }
  }

  private void recordAdded(JsonNode added, Correction correction) {
    if (added.isObject()) {
      appliedCorrections.computeIfAbsent(added, t -> new TreeSet<>()).add(correction.id());
    }
    added.forEach(inner -> recordAdded(inner, correction));
  }

  private void remove(Correction.OverlayAction action) {
    List<String> paths = new ArrayList<>();
    select(action, PATH_CONFIGURATION).forEach(path -> paths.add(path.asText()));
    // From the end: removing an item moves the ones after it.
    Collections.reverse(paths);
    paths.forEach(path -> JsonPath.compile(path).delete(root, NODE_CONFIGURATION));
  }

  private JsonNode select(Correction.OverlayAction action, Configuration as) {
    try {
      JsonNode found = JsonPath.compile(action.target()).read(root, as);
      if (!found.isEmpty() || !strict) {
        return found;
      }
    } catch (PathNotFoundException e) {
      if (!strict) {
        return JsonNodes.array();
      }
    } catch (InvalidPathException e) {
      reject(
          action,
          "expected a JSONPath as the target, found '"
              + MessageText.excerpt(action.target())
              + "'");
      return JsonNodes.array();
    }
    reject(action, "the target matches nothing: " + MessageText.excerpt(action.target()));
    return JsonNodes.array();
  }

  private void reject(Correction.OverlayAction action, String message) {
    rejections.accept(
        new RejectedInputException(
            "correction-unmatched",
            action.location(),
            message,
            "The pages have changed since the correction was written: adapt it or remove it"));
  }
}
