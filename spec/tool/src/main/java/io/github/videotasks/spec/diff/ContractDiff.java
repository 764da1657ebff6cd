package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;

/**
 * Compares two contracts.
 *
 * <p>openapi-diff pairs what belongs together and {@code UnseenChanges} adds what it passes over;
 * who is broken is decided here, by one rule: what is sent must not become narrower, what is
 * received must not become wider.
 */
public final class ContractDiff {
  private ContractDiff() {}

  /**
   * Gives the changes from one contract to another, the worst first.
   *
   * @param before an OpenAPI 3.0 document that holds only references within itself; anything that
   *     is no object counts as an empty contract
   * @param after the same
   */
  public static List<Change> between(JsonNode before, JsonNode after) {
    ObjectNode was = before instanceof ObjectNode object ? object : JsonNodes.object();
    ObjectNode is = after instanceof ObjectNode object ? object : JsonNodes.object();
    ChangeCollector changes = new ChangeCollector();
    if (!was.equals(is)) {
      OpenApiDiffAdapter.compare(was, is, changes);
      new SupplementaryChanges(was, is, changes).add();
    }
    return changes.sorted();
  }
}
