package io.github.videotasks.contract.provider;

import io.github.videotasks.ext.payload.Excerpt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict may say of a live answer. Pact's own words quote the values that it found, and in
 * an answer of a gateway those hold signed addresses; an error message may even send the key back.
 *
 * <p>Left out are the key that was sent and what {@link Excerpt} leaves out; a long text is cut.
 */
public final class Masking {

  /** Long enough for Pact's sentence about two texts, too short for a page of HTML. */
  private static final int LONGEST = 400;

  /** What a regular expression says of an address is no address: its ? is spared. */
  private static final Pattern ADDRESS_FORM = Pattern.compile("\\^https\\?://\\S*?\\$");

  private static final String ADDRESS_FORM_SAID = "an http or https address";

  private final String token;

  /**
   * @param token the key that is sent; null when none is
   */
  public Masking(@Nullable String token) {
    this.token = token == null ? "" : token.strip();
  }

  /** The text on one line, at most {@value #LONGEST} characters, without anything secret. */
  public String mask(String text) {
    String said = ADDRESS_FORM.matcher(text).replaceAll(ADDRESS_FORM_SAID);
    return Excerpt.without(token, said, LONGEST);
  }
}
