package io.github.videotasks.contract.consumer;

import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.matchingrules.EachKeyMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher.NumberType;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.mutation.JsonPathNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds vacuous matchers in a contract: they look strict but accept almost any value, or they
 * reject usual values.
 */
final class VacuousMatchers {

  private static final String KEYS_ONLY = ": the matcher checks only keys, not values";

  private final List<String> violations = new ArrayList<>();
  private final ConsumedFields consumed;

  private VacuousMatchers(ConsumedFields consumed) {
    this.consumed = consumed;
  }

  /** Returns one line for each matcher of a single-interaction pact that is not allowed. */
  static List<String> findIn(V4Pact pact, ConsumedFields consumed) {
    SynchronousHttp interaction = (SynchronousHttp) pact.getInteractions().get(0);
    if (!interaction.getResponse().getBody().isPresent()) {
      return List.of();
    }
    Map<String, List<MatchingRule>> rules = new TreeMap<>();
    interaction
        .getResponse()
        .getMatchingRules()
        .rulesForCategory("body")
        .getMatchingRules()
        .forEach((path, group) -> rules.put(path, group.getRules()));
    return findIn(
        ExactJson.read(interaction.getResponse().getBody().valueAsString()), rules, consumed);
  }

  static List<String> findIn(
      JsonNode content, Map<String, List<MatchingRule>> rules, ConsumedFields consumed) {
    VacuousMatchers guards = new VacuousMatchers(consumed);
    JsonPathNode.descendants(content)
        .forEach(node -> guards.check(node, rules.getOrDefault(node.path(), List.of())));
    rules.keySet().stream()
        .filter(path -> path.contains(".*"))
        .forEach(path -> guards.violations.add(path + KEYS_ONLY));
    return guards.violations;
  }

  private void check(JsonPathNode node, List<MatchingRule> rules) {
    if (node.value().isArray() && !node.isLeaf() && noneOf(rules, MinTypeMatcher.class)) {
      violations.add(node.path() + ": the list may be empty, so its items may never be checked");
    }
    if (rules.stream()
        .anyMatch(it -> it instanceof EachKeyMatcher || it instanceof ValuesMatcher)) {
      violations.add(node.path() + KEYS_ONLY);
    }
    if (node.isLeaf() && node.value().isValueNode() && rules.isEmpty()) {
      violations.add(node.path() + ": the field has no matcher, so a matcher of a parent decides");
    }
    if (consumed.branchingPaths().contains(node.path())
        && noneOf(rules, RegexMatcher.class)
        && noneOf(rules, EqualsMatcher.class)) {
      violations.add(
          node.path() + ": the matcher accepts any string, but the client branches on the value");
    }
    if (node.value().isNumber()) {
      checkNumber(node, rules);
    }
  }

  private void checkNumber(JsonPathNode node, List<MatchingRule> rules) {
    if (rules.contains(new NumberTypeMatcher(NumberType.DECIMAL))) {
      violations.add(
          node.path() + ": the decimal matcher rejects integers, which gateways send as well");
    }
    boolean time = node.path().matches(".*(_at|_time)");
    if (time && node.value().asLong() >= 1_000_000_000L && noneOf(rules, RegexMatcher.class)) {
      violations.add(
          node.path()
              + ": the matcher accepts any number, so seconds and milliseconds are not"
              + " distinguished");
    }
  }

  private static boolean noneOf(List<MatchingRule> rules, Class<? extends MatchingRule> kind) {
    return rules.stream().noneMatch(kind::isInstance);
  }
}
