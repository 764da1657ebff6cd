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
 * Repairs the requirements of a document or operation so that they name the schemes that are left.
 */
final class SecurityRequirementRepair {
  private final String rule;
  private final SpecDocument document;
  private final Map<String, String> schemeNames;
  private final Findings out;

  /**
   * Prepares the repair.
   *
   * @param names each scheme's name on the page and the one that it has now
   */
  SecurityRequirementRepair(
      String rule, SpecDocument document, Map<String, String> names, Findings out) {
    this.rule = rule;
    this.document = document;
    this.schemeNames = names;
    this.out = out;
  }

  void repair(ObjectNode holder) {
    JsonNode written = holder.get("security");
    if (written == null) {
      return;
    }
    ArrayNode repaired = JsonNodes.array();
    for (JsonNode requirement : written) {
      ObjectNode kept = JsonNodes.object();
      boolean lost = false;
      for (Map.Entry<String, JsonNode> entry : requirement.properties()) {
        String name = schemeNames.get(entry.getKey());
        if (name == null) {
          lost = true;
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
      // {} means that no key is needed; what is left of a lost requirement does not.
      if (!lost || !kept.isEmpty()) {
        repaired.add(kept);
      }
    }
    if (repaired.isEmpty() && !written.isEmpty()) {
      holder.remove("security");
    } else {
      holder.set("security", repaired);
    }
  }
}
