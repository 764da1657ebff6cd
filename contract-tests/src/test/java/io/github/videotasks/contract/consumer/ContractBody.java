package io.github.videotasks.contract.consumer;

import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.contract.mutation.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of a vendor's example that a client reads, with the matchers of every member of it. */
final class ContractBody {

  private final JsonNode example;
  private final ReadMembers read;

  ContractBody(JsonNode example, ReadMembers read) {
    this.example = example;
    this.read = read;
  }

  /** The example without what the client does not read. */
  JsonNode content() {
    JsonNode content = example.deepCopy();
    // Children before parents, so that an emptied parent is judged by itself.
    List<Node> nodes = new ArrayList<>(Node.allOf(example));
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      JsonNode now = content.at(node.pointer());
      if (!read.members().contains(node.member()) && now.isEmpty()) {
        remove(content.at(node.pointer().head()), node);
      }
    }
    return content;
  }

  /** Adds the matchers of every member to a contract's body rules. */
  void addRules(MatchingRuleCategory category) {
    MemberRules rules = new MemberRules(read);
    Set<String> nullable =
        Node.allOf(example).stream()
            .filter(node -> !node.hasValue())
            .map(Node::member)
            .collect(Collectors.toSet());
    for (Node node : Node.allOf(content())) {
      boolean first = category.numRules(node.member()) == 0;
      if (first && node.hasValue() && (node.isLeaf() || node.value().isArray())) {
        add(category, node.member(), rules.of(node), nullable.contains(node.member()));
      }
    }
  }

  /**
   * A member that is null in one item of a list and not in another may be null: null or else all
   * that it must be.
   */
  private static void add(
      MatchingRuleCategory category, String member, List<MatchingRule> rules, boolean nullable) {
    if (nullable) {
      category.setRules(member, List.of(NullMatcher.INSTANCE, rules.get(0)), RuleLogic.OR);
    } else {
      category.setRules(member, rules, RuleLogic.AND);
    }
  }

  private static void remove(JsonNode parent, Node node) {
    if (parent instanceof ObjectNode object) {
      object.remove(node.pointer().last().getMatchingProperty());
    } else if (parent instanceof ArrayNode array) {
      array.remove(node.pointer().last().getMatchingIndex());
    }
  }
}
