package io.github.videotasks.contract.provider;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Describes in a few words what a contract requires of a value, and what a response has. */
final class ExpectedValue {

  private static final Pattern REGEX = Pattern.compile(" to match '(.+)'$", Pattern.DOTALL);
  private static final Pattern ALTERNATIVES = Pattern.compile("\\^\\(([\\w|-]+)\\)\\$");
  private static final Pattern NUMBER_TYPE =
      Pattern.compile(" to be (?:an? )?(integer|number|decimal|boolean)\\b.*", Pattern.DOTALL);
  private static final Pattern SIZE =
      Pattern.compile(" to have (minimum|maximum) size of (\\d+)$", Pattern.DOTALL);

  /** In characters. The original text has more. */
  private static final int MAX_VALUE_LENGTH = 80;

  private final OutputMasker masker;

  ExpectedValue(OutputMasker masker) {
    this.masker = masker;
  }

  /** Returns what the contract requires: values, a form of text, a size or a JSON type. */
  String required(BodyMismatch mismatch) {
    Matcher regex = REGEX.matcher(mismatch.getMismatch());
    if (regex.find()) {
      return required(regex.group(1));
    }
    Matcher number = NUMBER_TYPE.matcher(mismatch.getMismatch());
    if (number.find()) {
      return (number.group(1).equals("integer") ? "an " : "a ") + number.group(1);
    }
    Matcher size = SIZE.matcher(mismatch.getMismatch());
    if (size.find()) {
      return "a list of at %s %s"
          .formatted(size.group(1).equals("minimum") ? "least" : "most", size.group(2));
    }
    return mismatch.getMismatch().contains(" to be the same type as ")
        ? form(mismatch.getExpected())
        : describe(mismatch.getExpected());
  }

  private String required(String regex) {
    Matcher alternatives = ALTERNATIVES.matcher(regex);
    if (alternatives.matches()) {
      return "one of " + String.join(", ", inOneCase(alternatives.group(1)));
    }
    String words = OutputMasker.describeUrlRegexes(regex);
    return words.equals(regex) ? "a text that matches " + masker.mask(regex) : words;
  }

  /** A contract allows each value in lower and in upper case. */
  private static List<String> inOneCase(String alternatives) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String value : alternatives.split("\\|", -1)) {
      values.putIfAbsent(value.toLowerCase(Locale.ROOT), value);
    }
    return List.copyOf(values.values());
  }

  /** Returns the type that is required, with a value of it. */
  String form(@Nullable Object value) {
    boolean isScalar =
        value instanceof JsonValue json && !json.isNull() && !json.isObject() && !json.isArray();
    return isScalar ? describe(value).replaceFirst("^the (\\w+)", "a $1 such as") : describe(value);
  }

  /** Returns type and beginning of a value. */
  String describe(@Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      return "an object";
    }
    if (value instanceof List<?>) {
      return "a list";
    }
    if (!(value instanceof JsonValue json)) {
      return value == null ? "null" : masker.mask(String.valueOf(value), MAX_VALUE_LENGTH);
    }
    if (json.isNull()) {
      return "null";
    }
    if (json.isObject()) {
      return "an object";
    }
    if (json instanceof JsonValue.Array list) {
      return "a list of " + list.size();
    }
    String type = json.isString() ? "text" : json.isBoolean() ? "boolean" : "number";
    return "the %s %s".formatted(type, masker.mask(json.serialise(), MAX_VALUE_LENGTH));
  }
}
