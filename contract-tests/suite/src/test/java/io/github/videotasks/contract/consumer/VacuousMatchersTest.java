package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.matchingrules.EachKeyMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher.NumberType;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import au.com.dius.pact.core.model.matchingrules.expressions.MatchingRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VacuousMatchersTest {

  private static final ConsumedFields STATUS_BRANCHES =
      new ConsumedFields(Set.of("$.status"), Set.of("$.status"));

  @Test
  void rejectsListWithoutMinimum() {
    assertThat(
            violations(
                "{\"l\": [\"x\"]}",
                Map.of("$.l", rules(TypeMatcher.INSTANCE), "$.l[*]", rules(TypeMatcher.INSTANCE))))
        .containsExactly("$.l: the list may be empty, so its items may never be checked");
  }

  @Test
  void acceptsListWithMinimum() {
    assertThat(
            violations(
                "{\"l\": [\"x\"]}",
                Map.of("$.l", rules(new MinTypeMatcher(1)), "$.l[*]", rules(TypeMatcher.INSTANCE))))
        .isEmpty();
  }

  @Test
  void rejectsTypeMatcherOnBranchingValue() {
    assertThat(
            violations("{\"status\": \"done\"}", Map.of("$.status", rules(TypeMatcher.INSTANCE))))
        .containsExactly(
            "$.status: the matcher accepts any string, but the client branches on the value");
    assertThat(
            violations(
                "{\"status\": \"done\"}", Map.of("$.status", rules(new RegexMatcher("^done$")))))
        .isEmpty();
  }

  @Test
  void rejectsTypeMatcherOnTimestamp() {
    MatchingRule integer = new NumberTypeMatcher(NumberType.INTEGER);

    assertThat(violations("{\"created_at\": 1761622232}", Map.of("$.created_at", rules(integer))))
        .containsExactly(
            "$.created_at: the matcher accepts any number, so seconds and milliseconds are not"
                + " distinguished");
    assertThat(violations("{\"n_frames\": 1761622232}", Map.of("$.n_frames", rules(integer))))
        .isEmpty();
  }

  @Test
  void rejectsDecimalMatcher() {
    assertThat(
            violations(
                "{\"p\": 0.9}", Map.of("$.p", rules(new NumberTypeMatcher(NumberType.DECIMAL)))))
        .containsExactly("$.p: the decimal matcher rejects integers, which gateways send as well");
  }

  @Test
  void rejectsMatcherOnKeysOnly() {
    MatchingRule keys =
        new EachKeyMatcher(new MatchingRuleDefinition("a", TypeMatcher.INSTANCE, null, ""));

    assertThat(violations("{\"m\": {}}", Map.of("$.m", rules(keys))))
        .containsExactly("$.m: the matcher checks only keys, not values");
  }

  @Test
  void rejectsPropertyWithoutMatcher() {
    assertThat(violations("{\"x\": \"1\"}", Map.of()))
        .containsExactly("$.x: the field has no matcher, so a matcher of a parent decides");
  }

  private static List<String> violations(String content, Map<String, List<MatchingRule>> rules) {
    return VacuousMatchers.findIn(ExactJson.read(content), rules, STATUS_BRANCHES);
  }

  private static List<MatchingRule> rules(MatchingRule... rules) {
    return List.of(rules);
  }
}
