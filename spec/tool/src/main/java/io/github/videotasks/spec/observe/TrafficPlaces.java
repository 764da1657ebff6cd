package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.attention.AttentionTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The status values and the places of URLs and status values that are known: those of the tables,
 * if the folder has them, and for URLs those of the contract's examples.
 */
final class TrafficPlaces {
  private final AttentionTables tables;
  private final Set<List<String>> shownUrls = new HashSet<>();

  TrafficPlaces(AttentionTables tables, JsonNode contract) {
    this.tables = tables;
    for (JsonNode example : contract.path("components").path("examples")) {
      collectUrls(example.path("value"), List.of());
    }
  }

  private void collectUrls(JsonNode node, List<String> path) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      List<String> below = new ArrayList<>(path);
      below.add(property.getKey());
      collectUrls(property.getValue(), List.copyOf(below));
    }
    if (node.isArray()) {
      node.forEach(item -> collectUrls(item, path));
    }
    if (isUrl(node)) {
      shownUrls.add(path);
    }
  }

  /** Returns whether a value is the URL of a file. */
  static boolean isUrl(JsonNode value) {
    String text = value.asText().strip().toLowerCase(Locale.ROOT);
    return value.isTextual() && (text.startsWith("https://") || text.startsWith("http://"));
  }

  /**
   * Returns whether URLs are known at a place.
   *
   * @param path the names of the properties from the root of the response on, without lists
   */
  boolean isUrlPlace(List<String> path) {
    return shownUrls.contains(path) || tables.knowsUrlPlace(path);
  }

  /** Returns whether the tables read the status of a task at a place. */
  boolean isStatusPlace(List<String> path) {
    return tables.knowsStatusPlace(path);
  }

  /** Returns whether the tables read the reason of a failure at a place. */
  boolean isFailurePlace(List<String> path) {
    return tables.knowsFailurePlace(path);
  }

  /** Returns whether the table of status values has a value. */
  boolean isStatusValue(String value) {
    return tables.knowsStatusValue(value);
  }
}
