package io.github.videotasks.contract.provider;

import io.github.videotasks.ext.payload.MaskedExcerpt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in the texts of verification results. Pact's messages quote the values that it
 * found: a gateway's response may contain signed URLs, and its error message may repeat the key.
 *
 * <p>Masks the key that was sent and everything that {@link MaskedExcerpt} masks, and truncates
 * long texts.
 */
public final class OutputMasker {

  /** In characters: enough for Pact's message about two texts, too few for a page of HTML. */
  private static final int MAX_LENGTH = 400;

  /**
   * Matches the regular expression {@code ^https?://…$} in Pact's messages. It is replaced by words
   * first, because its {@code ?} would be masked like the query of a URL. Group 1 is absent if the
   * dollar sign is: the match then extends to the next white space, so that a hostile text with
   * many starts and no end is read once.
   */
  private static final Pattern URL_REGEX = Pattern.compile("\\^https\\?://[^\\s$]*+(\\$)?+");

  private static final String URL_REGEX_DESCRIPTION = "an http or https URL";

  private final String token;

  /**
   * Creates a masker.
   *
   * @param token the key that is sent; null when no key is sent
   */
  public OutputMasker(@Nullable String token) {
    this.token = token == null ? "" : token.strip();
  }

  /**
   * {@return the text on one line, without secrets, of at most {@value #MAX_LENGTH} characters}
   *
   * @param text any text, such as the message of an exception
   */
  public String mask(String text) {
    return mask(text, MAX_LENGTH);
  }

  /** Returns the text on one line, without secrets, of at most so many characters. */
  String mask(String text, int length) {
    return MaskedExcerpt.withoutSecret(token, describeUrlRegexes(text), length);
  }

  static String describeUrlRegexes(CharSequence text) {
    return URL_REGEX
        .matcher(text)
        .replaceAll(
            it ->
                it.group(1) == null ? Matcher.quoteReplacement(it.group()) : URL_REGEX_DESCRIPTION);
  }
}
