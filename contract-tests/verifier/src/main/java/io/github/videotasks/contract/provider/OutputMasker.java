package io.github.videotasks.contract.provider;

import io.github.videotasks.ext.payload.MaskedExcerpt;
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
   * first, because its {@code ?} would be masked like the query of a URL.
   */
  private static final Pattern URL_REGEX = Pattern.compile("\\^https\\?://\\S*?\\$");

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

  /** Returns the text on one line, without secrets, of at most {@value #MAX_LENGTH} characters. */
  public String mask(String text) {
    String described = URL_REGEX.matcher(text).replaceAll(URL_REGEX_DESCRIPTION);
    return MaskedExcerpt.withoutSecret(token, described, MAX_LENGTH);
  }
}
