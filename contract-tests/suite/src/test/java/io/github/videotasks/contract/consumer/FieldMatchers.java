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
 * Which matchers a member gets; all of a member's matchers must agree. They say what the client
 * needs and no more: the type always; the unit of a time, because one field is in seconds here and
 * in milliseconds there; the words that mean the same to the client, where it branches on a word;
 * that a text is not empty. Never a decimal matcher, which refuses the whole numbers that come too.
 */
final class FieldMatchers {

  private static final Pattern TIME_FIELD = Pattern.compile(".*(_at|_time)");
  private static final String URL_REGEX = "^https?://\\S+$";
  private static final String ISO_TIME_REGEX = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}.*$";
  private static final String NUMBER_REGEX = "^-?\\d+(\\.\\d+)?$";

  private final ConsumedFields consumed;

  FieldMatchers(ConsumedFields read) {
    this.consumed = read;
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
    for (String form : List.of(URL_REGEX, ISO_TIME_REGEX, NUMBER_REGEX)) {
      if (text.matches(form)) {
        return List.of(TypeMatcher.INSTANCE, new RegexMatcher(form, text));
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
   * Words in both cases, not a case-insensitive flag: not every language's regular expressions have
   * one.
   */
  private static MatchingRule statusValueMatcher(String text) {
    List<String> words = ProviderStateMapping.synonymsOf(text);
    if (words.size() == 1) {
      return EqualsMatcher.INSTANCE;
    }
    String either =
        words.stream()
            .flatMap(word -> Stream.of(word, word.toUpperCase(Locale.ROOT)))
            .collect(Collectors.joining("|"));
    return new RegexMatcher("^(" + either + ")$", text);
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
