package io.github.videotasks.contract.polyglot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is gone after an answer was read and written again. Members are compared by name, elements
 * by position, numbers by value with all their digits ({@code 45.0} is {@code 45}, 2^53 + 1 is not
 * 2^53). Every member counts, and so does every member within one that is gone.
 *
 * @param properties how many members were sent with a value, at any depth
 * @param lost the paths of those that are gone or have another value, such as {@code $.a[0].b}
 * @param lostNulls the paths of members that were sent as null and are gone
 * @param added the paths of members that were not sent and are written with a value
 */
record RoundTripLoss(
    int properties, List<String> lost, List<String> lostNulls, List<String> added) {

  /** Compares what was sent with what was written. */
  static RoundTripLoss compare(JsonNode sent, JsonNode written) {
    TreeComparison walk = new TreeComparison();
    if (sent.getNodeType() != written.getNodeType()) {
      walk.lost.add("$");
    }
    walk.compareChildren(sent, written, "$");
    return new RoundTripLoss(walk.properties, walk.lost, walk.lostNulls, walk.added);
  }

  private static final class TreeComparison {
    private int properties;
    private final List<String> lost = new ArrayList<>();
    private final List<String> lostNulls = new ArrayList<>();
    private final List<String> added = new ArrayList<>();

    private void compareChildren(JsonNode sent, JsonNode written, String at) {
      for (Map.Entry<String, JsonNode> member : sent.properties()) {
        compareProperty(
            member.getValue(), written.path(member.getKey()), at + "." + member.getKey());
      }
      for (int i = 0; sent.isArray() && i < sent.size(); i++) {
        compareElement(sent.get(i), written.path(i), at + "[" + i + "]");
      }
      for (Map.Entry<String, JsonNode> member : written.properties()) {
        if (!sent.has(member.getKey()) && !member.getValue().isNull()) {
          added.add(at + "." + member.getKey());
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

    /** Of containers only the kind; what is in them is compared by itself. */
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
