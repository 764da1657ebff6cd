package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.attention.AttentionTables;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;

/**
 * Compares two contracts.
 *
 * <p>openapi-diff pairs the corresponding parts, and {@code SupplementaryChanges} adds the changes
 * that it does not report. The impact is decided in this package by one rule: the set of valid
 * request values must not become smaller, and the set of possible response values must not become
 * larger.
 */
final class ContractDiff {
  private ContractDiff() {}

  /**
   * Returns the changes from one contract to another, the worst first.
   *
   * @param before the old contract, an OpenAPI 3.0 document without external references; a node
   *     that is not an object is treated as an empty contract
   * @param after the new contract, under the same conditions
   * @return the changes; empty when both are equal
   * @throws RejectedInputException when openapi-diff cannot compare the two
   */
  static List<Change> between(JsonNode before, JsonNode after) {
    return between(before, after, AttentionTables.NONE);
  }

  /**
   * Returns the changes as above.
   *
   * @param tables what client-ext knows, for the changes that need attention
   */
  static List<Change> between(JsonNode before, JsonNode after, AttentionTables tables) {
    ObjectNode was = before instanceof ObjectNode object ? object : JsonNodes.object();
    ObjectNode is = after instanceof ObjectNode object ? object : JsonNodes.object();
    ChangeCollector changes = new ChangeCollector();
    if (!was.equals(is)) {
      OpenApiDiffAdapter.compare(was, is, changes);
      new SupplementaryChanges(was, is, changes).add();
    }
    return AttentionChanges.addTo(changes.sorted(), was, is, tables);
  }
}
