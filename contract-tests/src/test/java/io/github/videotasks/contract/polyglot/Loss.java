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
 * @param members how many members were sent with a value, at any depth
 * @param lost the paths of those that are gone or have another value, such as {@code $.a[0].b}
 * @param nulls the paths of members that were sent as null and are gone
 * @param added the paths of members that were not sent and are written with a value
 */
record Loss(int members, List<String> lost, List<String> nulls, List<String> added) {

  /** Compares what was sent with what was written. */
  static Loss between(JsonNode sent, JsonNode written) {
    Walk walk = new Walk();
    if (sent.getNodeType() != written.getNodeType()) {
      walk.lost.add("$");
    }
    walk.into(sent, written, "$");
    return new Loss(walk.members, walk.lost, walk.nulls, walk.added);
  }

  private static final class Walk {
    private int members;
    private final List<String> lost = new ArrayList<>();
    private final List<String> nulls = new ArrayList<>();
    private final List<String> added = new ArrayList<>();

    private void into(JsonNode sent, JsonNode written, String at) {
      for (Map.Entry<String, JsonNode> member : sent.properties()) {
        member(member.getValue(), written.path(member.getKey()), at + "." + member.getKey());
      }
      for (int i = 0; sent.isArray() && i < sent.size(); i++) {
        element(sent.get(i), written.path(i), at + "[" + i + "]");
      }
      for (Map.Entry<String, JsonNode> member : written.properties()) {
        if (!sent.has(member.getKey()) && !member.getValue().isNull()) {
          added.add(at + "." + member.getKey());
        }
      }
    }

    private void member(JsonNode sent, JsonNode written, String at) {
      if (sent.isNull()) {
        if (written.isMissingNode()) {
          nulls.add(at);
        } else if (!written.isNull()) {
          added.add(at);
        }
        return;
      }
      members++;
      element(sent, written, at);
    }

    private void element(JsonNode sent, JsonNode written, String at) {
      if (!same(sent, written)) {
        lost.add(at);
      }
      into(sent, written, at);
    }

    /** Of containers only the kind; what is in them is compared by itself. */
    private static boolean same(JsonNode sent, JsonNode written) {
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
