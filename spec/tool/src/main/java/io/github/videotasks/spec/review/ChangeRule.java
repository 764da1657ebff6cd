package io.github.videotasks.spec.review;

import io.github.videotasks.spec.diff.Change;
import java.util.Locale;
import java.util.regex.Pattern;

/** The id of a kind of change: the words of its description, such as {@code type-changed}. */
final class ChangeRule {
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern CAMEL_CASE = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern KEYWORD_CHANGE = Pattern.compile("(\\S+) changed", Pattern.DOTALL);
  private static final int MAX_LENGTH = 60;

  private ChangeRule() {}

  /** Returns the id. It consists of lower-case letters, digits and hyphens. */
  static String of(Change change) {
    String kind = change.description().split("[,:(]", 2)[0];
    // Extensions have any name; one rule for all of them can be configured.
    boolean extension = kind.startsWith("x-") && KEYWORD_CHANGE.matcher(kind).matches();
    String hyphenated = CAMEL_CASE.matcher(kind).replaceAll("-").toLowerCase(Locale.ROOT);
    String words = OTHER.matcher(hyphenated).replaceAll("-");
    String id = words.replaceAll("^-|-$", "");
    return extension ? "extension-changed" : id.substring(0, Math.min(id.length(), MAX_LENGTH));
  }
}
