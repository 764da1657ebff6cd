package io.github.videotasks.contract.polyglot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Differences between a response and the same response after decoding and encoding. Properties are
 * compared by name, elements by position, numbers by value with all their digits ({@code 45.0}
 * equals {@code 45}, 2^53 + 1 does not equal 2^53). Every property counts, also each property of a
 * lost object.
 *
 * @param properties number of properties that were sent with a value, at any depth
 * @param lost paths of properties that are missing or have another value, such as {@code $.a[0].b}
 * @param lostNulls paths of properties that were sent as null and are missing
 * @param added paths of properties that were not sent and are written with a value
 */
record RoundTripLoss(
    int properties, List<String> lost, List<String> lostNulls, List<String> added) {

  /** Compares the response that was sent with the encoded text of the client. */
  static RoundTripLoss compare(JsonNode sent, JsonNode written) {
    TreeComparison comparison = new TreeComparison();
    if (sent.getNodeType() != written.getNodeType()) {
      comparison.lost.add("$");
    }
    comparison.compareChildren(sent, written, "$");
    return new RoundTripLoss(
        comparison.properties, comparison.lost, comparison.lostNulls, comparison.added);
  }

  private static final class TreeComparison {
    private int properties;
    private final List<String> lost = new ArrayList<>();
    private final List<String> lostNulls = new ArrayList<>();
    private final List<String> added = new ArrayList<>();

    private void compareChildren(JsonNode sent, JsonNode written, String at) {
      for (Map.Entry<String, JsonNode> property : sent.properties()) {
        compareProperty(
            property.getValue(), written.path(property.getKey()), at + "." + property.getKey());
      }
      for (int i = 0; sent.isArray() && i < sent.size(); i++) {
        compareElement(sent.get(i), written.path(i), at + "[" + i + "]");
      }
      for (Map.Entry<String, JsonNode> property : written.properties()) {
        if (!sent.has(property.getKey()) && !property.getValue().isNull()) {
          added.add(at + "." + property.getKey());
        }
      }
    }

    private void compareProperty(JsonNode sent, JsonNode written, String at) {
      if (sent.isNull()) {
        if (written.isMissingNode()) {
          lostNulls.add(at);
        } else if (!written.isNull()) {
          added.add(at);
        }
        return;
      }
      properties++;
      compareElement(sent, written, at);
    }

    private void compareElement(JsonNode sent, JsonNode written, String at) {
      if (!isSameValue(sent, written)) {
        lost.add(at);
      }
      compareChildren(sent, written, at);
    }

    /** Compares scalars by value and containers by type; their children are compared separately. */
    private static boolean isSameValue(JsonNode sent, JsonNode written) {
      if (sent.getNodeType() != written.getNodeType()) {
        return false;
      }
      if (sent.isNumber()) {
        return sent.decimalValue().compareTo(written.decimalValue()) == 0;
      }
      return sent.isContainerNode() || sent.equals(written);
    }
  }
}
