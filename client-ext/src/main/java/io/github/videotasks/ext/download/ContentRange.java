package io.github.videotasks.ext.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Content-Range} of a 206.
 *
 * @param first the place of the first byte
 * @param last the place of the last byte
 * @param total the length of the whole file; null if the server does not know it
 */
record ContentRange(long first, long last, @Nullable Long total) {

  private static final Pattern SYNTAX =
      Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

  /** Null for no header and for nonsense. */
  static @Nullable ContentRange parse(@Nullable String header) {
    Matcher form = SYNTAX.matcher(header == null ? "" : header.strip());
    if (!form.matches()) {
      return null;
    }
    Long total = form.group(3).equals("*") ? null : Long.valueOf(form.group(3));
    ContentRange range =
        new ContentRange(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), total);
    boolean sound = range.first <= range.last && (total == null || range.last < total);
    return sound ? range : null;
  }
}
