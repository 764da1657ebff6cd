package io.github.videotasks.ext.download;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Finds what proves at the next request that a file is byte for byte the same: RFC 9110, sections
 * 8.8 and 13.1.5.
 */
final class HttpValidators {

  /** Longer ones are not worth keeping. */
  private static final int MAX_LENGTH = 1024;

  private static final Pattern STRONG_ETAG = Pattern.compile("\"[\\x21\\x23-\\x7e]*\"");

  private HttpValidators() {}

  /**
   * What {@code If-Range} may say: a strong entity tag; or, if there is no entity tag at all, the
   * date of the last change, if it lies at least a second before the answer, because within one
   * second a file may change twice.
   *
   * @return null if the answer has neither
   */
  static @Nullable String strongValidator(Response response) {
    String tag = response.header("ETag");
    if (tag != null) {
      return tag.length() <= MAX_LENGTH && STRONG_ETAG.matcher(tag).matches() ? tag : null;
    }
    String changed = response.header("Last-Modified");
    Instant change = parseHttpDate(changed);
    Instant answered = parseHttpDate(response.header("Date"));
    boolean strong =
        change != null
            && answered != null
            && Duration.between(change, answered).compareTo(Duration.ofSeconds(1)) >= 0;
    return strong ? changed : null;
  }

  /** Whether a partial answer may belong to the file that has this validator. */
  static boolean matches(Response response, String validator) {
    String name = validator.startsWith("\"") ? "ETag" : "Last-Modified";
    String said = response.header(name);
    // If-Range was sent and a 206 came back, so a server that repeats nothing has agreed.
    return said == null || said.equals(validator);
  }

  private static @Nullable Instant parseHttpDate(@Nullable String header) {
    try {
      return header == null
          ? null
          : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
