package io.github.videotasks.contract.consumer;

import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.contract.mutation.JsonPathNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of a vendor's example that a client reads, with the matchers of its fields. */
final class PactBody {

  private final JsonNode example;
  private final ConsumedFields consumed;

  PactBody(JsonNode example, ConsumedFields consumed) {
    this.example = example;
    this.consumed = consumed;
  }

  /** Returns the example without the fields that the client does not read. */
  JsonNode content() {
    JsonNode content = example.deepCopy();
    // Children before parents, so that a parent that became empty can be removed as well.
    List<JsonPathNode> nodes = new ArrayList<>(JsonPathNode.descendants(example));
    for (int i = nodes.size() - 1; i >= 0; i--) {
      JsonPathNode node = nodes.get(i);
      JsonNode now = content.at(node.pointer());
      if (!consumed.fieldPaths().contains(node.path()) && now.isEmpty()) {
        remove(content.at(node.pointer().head()), node);
      }
    }
    return content;
  }

  /** Adds the matchers of every field to the body rules of a contract. */
  void addMatchers(MatchingRuleCategory category) {
    FieldMatchers rules = new FieldMatchers(consumed);
    Set<String> nullable =
        JsonPathNode.descendants(example).stream()
            .filter(node -> !node.hasValue())
            .map(JsonPathNode::path)
            .collect(Collectors.toSet());
    for (JsonPathNode node : JsonPathNode.descendants(content())) {
      boolean first = category.numRules(node.path()) == 0;
      if (first && node.hasValue() && (node.isLeaf() || node.value().isArray())) {
        setMatchers(category, node.path(), rules.matchersFor(node), nullable.contains(node.path()));
      }
    }
  }

  /**
   * Sets the matchers of a field. A field that is null in one item of a list and not in another is
   * nullable: it must be null or match the first matcher.
   */
  private static void setMatchers(
      MatchingRuleCategory category, String path, List<MatchingRule> rules, boolean nullable) {
    if (nullable) {
      category.setRules(path, List.of(NullMatcher.INSTANCE, rules.get(0)), RuleLogic.OR);
    } else {
      category.setRules(path, rules, RuleLogic.AND);
    }
  }

  private static void remove(JsonNode parent, JsonPathNode node) {
    if (parent instanceof ObjectNode object) {
      object.remove(node.pointer().last().getMatchingProperty());
    } else if (parent instanceof ArrayNode array) {
      array.remove(node.pointer().last().getMatchingIndex());
    }
  }
}
