package io.github.videotasks.spec.observe;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a property or parameter says about its value. */
enum NameClass {
  /** A key, a token or a signature; also everything below it. */
  SECRET,
  /** A prompt; also everything below it. */
  PROMPT,
  /** A user or an account; also everything below it. */
  PERSON,
  /** The id of a task, a file or a request. */
  ID,
  /** A text that people write, such as a title: the value itself or the items of a list. */
  TEXT,
  OTHER;

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "token|secret|passw|authorization|apikey|accesskey|signature|cookie|credential|session"
              + "|bearer|keys?$|^(?:sig|auth|jwt|pin|otp)$");
  private static final Pattern PROMPT_NAME = Pattern.compile("prompt|^messages$|^instructions?$");
  private static final Pattern PERSON_NAME =
      Pattern.compile(
          "email|phone|^user|^(?:owner|author|account|nickname|creator|profile|avatar|ip|clientip)");
  private static final Pattern ID_NAME =
      Pattern.compile(
          "(?i:(?:.*[_-])?(?:ids?|uuid|guid))|.*[a-z0-9](?:Ids?|IDs?|Uuid|UUID)", Pattern.DOTALL);
  private static final Set<String> TEXT_NAMES =
      Set.of(
          "text",
          "title",
          "caption",
          "description",
          "lyrics",
          "script",
          "subtitle",
          "input",
          "query",
          "content",
          "summary",
          "name",
          "keywords",
          "tags");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  static NameClass of(String name) {
    String plain = SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    if (SECRET_NAME.matcher(plain).find()) {
      return SECRET;
    }
    if (PROMPT_NAME.matcher(plain).find()) {
      return PROMPT;
    }
    if (PERSON_NAME.matcher(plain).find()) {
      return PERSON;
    }
    if (ID_NAME.matcher(name).matches()) {
      return ID;
    }
    return TEXT_NAMES.contains(plain) ? TEXT : OTHER;
  }

  /** Returns the class of a property below a value of this class. */
  NameClass below(String name) {
    return isInherited() ? this : of(name);
  }

  /** Returns whether the class also holds for everything below the property. */
  boolean isInherited() {
    return this == SECRET || this == PROMPT || this == PERSON;
  }
}
