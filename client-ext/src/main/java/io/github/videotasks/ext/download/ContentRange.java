package io.github.videotasks.ext.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Content-Range} of a 206 response.
 *
 * @param first the offset of the first byte
 * @param last the offset of the last byte, inclusive
 * @param total the length of the whole file; null if the server does not know it
 */
record ContentRange(long first, long last, @Nullable Long total) {

  private static final Pattern SYNTAX =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  /** Parses the header; null if it is missing or invalid. */
  static @Nullable ContentRange parse(@Nullable String header) {
    Matcher matcher = SYNTAX.matcher(header == null ? "" : header.strip());
    if (!matcher.matches()) {
      return null;
    }
    Long total = matcher.group(3).equals("*") ? null : Long.valueOf(matcher.group(3));
    ContentRange range =
        new ContentRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), total);
    boolean valid = range.first <= range.last && (total == null || range.last < total);
    return valid ? range : null;
  }
}
