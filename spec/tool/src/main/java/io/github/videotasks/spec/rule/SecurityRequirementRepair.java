package io.github.videotasks.spec.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.Map;

/**
 * Repairs the security requirements of a document or operation after schemes were renamed or
 * removed.
 */
final class SecurityRequirementRepair {
  private final String rule;
  private final SpecDocument document;
  private final Map<String, String> schemeNames;
  private final Findings out;

  /**
   * Creates the repair.
   *
   * @param rule id of the rule in findings
   * @param names maps each scheme's name on the page to its new name
   */
  SecurityRequirementRepair(
      String rule, SpecDocument document, Map<String, String> names, Findings out) {
    this.rule = rule;
    this.document = document;
    this.schemeNames = names;
    this.out = out;
  }

  void repair(ObjectNode owner) {
    JsonNode written = owner.get("security");
    if (written == null) {
      return;
    }
    ArrayNode repaired = JsonNodes.array();
    for (JsonNode requirement : written) {
      ObjectNode kept = JsonNodes.object();
      boolean anyRemoved = false;
      for (Map.Entry<String, JsonNode> entry : requirement.properties()) {
        String name = schemeNames.get(entry.getKey());
        if (name == null) {
          anyRemoved = true;
          out.add(
              document.warning(
                  rule,
                  document.location(requirement, entry.getKey()),
                  "expected the name of a security scheme, found '"
                      + MessageText.excerpt(entry.getKey())
                      + "'",
                  "Removed the requirement"));
        } else {
          kept.set(name, entry.getValue().isArray() ? entry.getValue() : JsonNodes.array());
        }
      }
      // {} means that no API key is needed. A requirement that lost all its schemes is dropped.
      if (!anyRemoved || !kept.isEmpty()) {
        repaired.add(kept);
      }
    }
    if (repaired.isEmpty() && !written.isEmpty()) {
      owner.remove("security");
    } else {
      owner.set("security", repaired);
    }
  }
}
