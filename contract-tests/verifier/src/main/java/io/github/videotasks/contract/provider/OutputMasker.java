package io.github.videotasks.contract.provider;

import io.github.videotasks.ext.payload.MaskedExcerpt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict may say of a live answer. Pact's own words quote the values that it found, and in
 * an answer of a gateway those hold signed addresses; an error message may even send the key back.
 *
 * <p>Left out are the key that was sent and what {@link MaskedExcerpt} leaves out; a long text is
 * cut.
 */
public final class OutputMasker {

  /** Long enough for Pact's sentence about two texts, too short for a page of HTML. */
  private static final int MAX_LENGTH = 400;

  /** What a regular expression says of an address is no address: its ? is spared. */
  private static final Pattern URL_REGEX = Pattern.compile("\\^https\\?://\\S*?\\$");

  private static final String URL_REGEX_DESCRIPTION = "an http or https address";

  private final String token;

  /**
   * @param token the key that is sent; null when none is
   */
  public OutputMasker(@Nullable String token) {
    this.token = token == null ? "" : token.strip();
  }

  /** The text on one line, at most {@value #MAX_LENGTH} characters, without anything secret. */
  public String mask(String text) {
    String said = URL_REGEX.matcher(text).replaceAll(URL_REGEX_DESCRIPTION);
    return MaskedExcerpt.withoutSecret(token, said, MAX_LENGTH);
  }
}
