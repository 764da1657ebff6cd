package io.github.videotasks.spec.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.page.Provider;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.rule.RuleSet;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies the rules for pages to an edited contract: what they would repair or refuse on a page,
 * such as a misspelled type, a hostile name or a reference to a file, is not a valid edit.
 */
final class EditedContractRules {
  private static final String EXAMPLES = "examples";
  private static final Provider EDIT = new Provider("edit", "", null, null, null, null);

  private EditedContractRules() {}

  /**
   * Refuses each line that a rule would repair or refuse, and that the derived contract does not
   * have.
   *
   * @throws EditRefusedException when a line is refused
   */
  static void check(EditedContract edited, EditedContract derived) {
    EditRefusals refusals = new EditRefusals(edited.file());
    List<String> known = new ArrayList<>();
    findings(derived).forEach(f -> known.add(f.rule() + f.message()));
    for (Finding finding : findings(edited)) {
      if (!known.remove(finding.rule() + finding.message())) {
        refusals.add(
            finding.location().line(),
            finding
                    .message()
                    .replace("the contract does not contain", "OpenAPI does not define there")
                + " (rule "
                + finding.rule()
                + ")",
            "Write a valid OpenAPI 3.0 document, or undo the edit");
      }
    }
    refusals.throwIfAny();
  }

  private static List<Finding> findings(EditedContract contract) {
    JsonNode copy = contract.lines().copy(contract.root());
    if (!(copy instanceof ObjectNode root)) {
      return List.of();
    }
    // Examples of the pages may have what the rules report.
    if (root.get("components") instanceof ObjectNode components) {
      components.remove(EXAMPLES);
    }
    removeExamples(root);
    Findings findings = new Findings();
    RuleSet.apply(
        List.of(new SpecDocument(EDIT, contract.file(), root, contract.lines())), findings);
    return findings.sorted().stream().filter(EditedContractRules::isRefused).toList();
  }

  private static boolean isRefused(Finding finding) {
    return finding.severity() != Severity.INFO || finding.rule().equals("no-operation-id");
  }

  private static void removeExamples(ObjectNode root) {
    for (JsonNode media : root.findValues("content")) {
      media.forEach(
          holder -> {
            if (holder instanceof ObjectNode object && holder.path(EXAMPLES).isObject()) {
              object.set(EXAMPLES, JsonNodes.object());
            }
          });
    }
  }
}
