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
import io.github.videotasks.contract.mutation.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Guards of a contract: matchers that look like a promise and let almost anything pass, or refuse
 * what is usual.
 */
final class VacuousMatchers {

  private static final String KEYS_ALONE =
      ": a matcher on keys alone; it does not look at the values";

  private final List<String> found = new ArrayList<>();
  private final ReadMembers read;

  private VacuousMatchers(ReadMembers read) {
    this.read = read;
  }

  /** One line for each matcher of a single-interaction pact that must not be there. */
  static List<String> in(V4Pact pact, ReadMembers read) {
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
    return in(Json.read(interaction.getResponse().getBody().valueAsString()), rules, read);
  }

  static List<String> in(
      JsonNode content, Map<String, List<MatchingRule>> rules, ReadMembers read) {
    VacuousMatchers guards = new VacuousMatchers(read);
    Node.allOf(content)
        .forEach(node -> guards.check(node, rules.getOrDefault(node.member(), List.of())));
    rules.keySet().stream()
        .filter(member -> member.contains(".*"))
        .forEach(member -> guards.found.add(member + KEYS_ALONE));
    return guards.found;
  }

  private void check(Node node, List<MatchingRule> rules) {
    if (node.value().isArray() && !node.isLeaf() && none(rules, MinTypeMatcher.class)) {
      found.add(node.member() + ": a list that may be empty; its items are then never looked at");
    }
    if (rules.stream()
        .anyMatch(it -> it instanceof EachKeyMatcher || it instanceof ValuesMatcher)) {
      found.add(node.member() + KEYS_ALONE);
    }
    if (node.isLeaf() && node.value().isValueNode() && rules.isEmpty()) {
      found.add(
          node.member() + ": no matcher of its own; it is equal or not by a matcher further up");
    }
    if (read.branching().contains(node.member())
        && none(rules, RegexMatcher.class)
        && none(rules, EqualsMatcher.class)) {
      found.add(
          node.member()
              + ": any text will do, though the client does something else for another word");
    }
    if (node.value().isNumber()) {
      checkNumber(node, rules);
    }
  }

  private void checkNumber(Node node, List<MatchingRule> rules) {
    if (rules.contains(new NumberTypeMatcher(NumberType.DECIMAL))) {
      found.add(
          node.member() + ": a decimal matcher, which refuses the whole numbers that come too");
    }
    boolean time = node.member().matches(".*(_at|_time)");
    if (time && node.value().asLong() >= 1_000_000_000L && none(rules, RegexMatcher.class)) {
      found.add(node.member() + ": any number will do, so seconds pass for milliseconds");
    }
  }

  private static boolean none(List<MatchingRule> rules, Class<? extends MatchingRule> kind) {
    return rules.stream().noneMatch(kind::isInstance);
  }
}
