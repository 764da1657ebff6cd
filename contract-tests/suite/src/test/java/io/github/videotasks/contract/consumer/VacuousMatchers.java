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
 * Guards of a contract: matchers that look like a promise and let almost anything pass, or refuse
 * what is usual.
 */
final class VacuousMatchers {

  private static final String KEYS_ONLY =
      ": a matcher on keys alone; it does not look at the values";

  private final List<String> violations = new ArrayList<>();
  private final ConsumedFields consumed;

  private VacuousMatchers(ConsumedFields read) {
    this.consumed = read;
  }

  /** One line for each matcher of a single-interaction pact that must not be there. */
  static List<String> findIn(V4Pact pact, ConsumedFields read) {
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
        .forEach((member, group) -> rules.put(member, group.getRules()));
    return findIn(ExactJson.read(interaction.getResponse().getBody().valueAsString()), rules, read);
  }

  static List<String> findIn(
      JsonNode content, Map<String, List<MatchingRule>> rules, ConsumedFields read) {
    VacuousMatchers guards = new VacuousMatchers(read);
    JsonPathNode.descendants(content)
        .forEach(node -> guards.check(node, rules.getOrDefault(node.path(), List.of())));
    rules.keySet().stream()
        .filter(member -> member.contains(".*"))
        .forEach(member -> guards.violations.add(member + KEYS_ONLY));
    return guards.violations;
  }

  private void check(JsonPathNode node, List<MatchingRule> rules) {
    if (node.value().isArray() && !node.isLeaf() && noneOf(rules, MinTypeMatcher.class)) {
      violations.add(
          node.path() + ": a list that may be empty; its items are then never looked at");
    }
    if (rules.stream()
        .anyMatch(it -> it instanceof EachKeyMatcher || it instanceof ValuesMatcher)) {
      violations.add(node.path() + KEYS_ONLY);
    }
    if (node.isLeaf() && node.value().isValueNode() && rules.isEmpty()) {
      violations.add(
          node.path() + ": no matcher of its own; it is equal or not by a matcher further up");
    }
    if (consumed.branchingPaths().contains(node.path())
        && noneOf(rules, RegexMatcher.class)
        && noneOf(rules, EqualsMatcher.class)) {
      violations.add(
          node.path()
              + ": any text will do, though the client does something else for another word");
    }
    if (node.value().isNumber()) {
      checkNumber(node, rules);
    }
  }

  private void checkNumber(JsonPathNode node, List<MatchingRule> rules) {
    if (rules.contains(new NumberTypeMatcher(NumberType.DECIMAL))) {
      violations.add(
          node.path() + ": a decimal matcher, which refuses the whole numbers that come too");
    }
    boolean time = node.path().matches(".*(_at|_time)");
    if (time && node.value().asLong() >= 1_000_000_000L && noneOf(rules, RegexMatcher.class)) {
      violations.add(node.path() + ": any number will do, so seconds pass for milliseconds");
    }
  }

  private static boolean noneOf(List<MatchingRule> rules, Class<? extends MatchingRule> kind) {
    return rules.stream().noneMatch(kind::isInstance);
  }
}
