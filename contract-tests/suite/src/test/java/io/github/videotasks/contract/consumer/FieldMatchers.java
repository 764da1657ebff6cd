package io.github.videotasks.contract.consumer;

import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher.NumberType;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.mutation.JsonPathNode;
import io.github.videotasks.contract.replay.ProviderStateMapping;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects the matchers of a field; all matchers of a field must match. They require what the client
 * needs and no more: always the type; the unit of a timestamp, because the same field is in seconds
 * at one provider and in milliseconds at another; for a value that the client branches on, all
 * values with the same meaning; a string that is not empty. A decimal matcher is never used,
 * because it rejects integers, which gateways send as well.
 */
final class FieldMatchers {

  private static final Pattern TIME_FIELD = Pattern.compile(".*(_at|_time)");
  private static final String URL_REGEX = "^https?://\\S+$";
  private static final String ISO_TIME_REGEX = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}.*$";
  private static final String NUMBER_REGEX = "^-?\\d+(\\.\\d+)?$";

  private final ConsumedFields consumed;

  FieldMatchers(ConsumedFields consumed) {
    this.consumed = consumed;
  }

  List<MatchingRule> matchersFor(JsonPathNode node) {
    return switch (node.value().getNodeType()) {
      case STRING -> textMatchers(node);
      case NUMBER -> numberMatchers(node);
      case ARRAY -> List.of(node.isLeaf() ? TypeMatcher.INSTANCE : new MinTypeMatcher(1));
      default -> List.of(TypeMatcher.INSTANCE);
    };
  }

  private List<MatchingRule> textMatchers(JsonPathNode node) {
    String text = node.value().asText();
    for (String regex : List.of(URL_REGEX, ISO_TIME_REGEX, NUMBER_REGEX)) {
      if (text.matches(regex)) {
        return List.of(TypeMatcher.INSTANCE, new RegexMatcher(regex, text));
      }
    }
    if (consumed.branchingPaths().contains(node.path())) {
      return List.of(statusValueMatcher(text));
    }
    return text.isEmpty()
        ? List.of(TypeMatcher.INSTANCE)
        : List.of(TypeMatcher.INSTANCE, NotEmptyMatcher.INSTANCE);
  }

  /**
   * Lists every value in lower and upper case instead of using a case-insensitive flag, because not
   * every language's regular expressions have such a flag.
   */
  private static MatchingRule statusValueMatcher(String text) {
    List<String> values = ProviderStateMapping.synonymsOf(text);
    if (values.size() == 1) {
      return EqualsMatcher.INSTANCE;
    }
    String alternatives =
        values.stream()
            .flatMap(value -> Stream.of(value, value.toUpperCase(Locale.ROOT)))
            .collect(Collectors.joining("|"));
    return new RegexMatcher("^(" + alternatives + ")$", text);
  }

  private static List<MatchingRule> numberMatchers(JsonPathNode node) {
    JsonNode value = node.value();
    MatchingRule type =
        new NumberTypeMatcher(value.isIntegralNumber() ? NumberType.INTEGER : NumberType.NUMBER);
    int digits = value.bigIntegerValue().toString().length();
    if (digits >= 10 && TIME_FIELD.matcher(node.path()).matches()) {
      String fraction = value.isIntegralNumber() ? "" : "(\\.\\d+)?";
      return List.of(
          type, new RegexMatcher("^\\d{" + digits + "}" + fraction + "$", value.asText()));
    }
    return List.of(type);
  }
}
