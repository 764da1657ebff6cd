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
 * Selects the validator for a range request, which proves that the file has not changed by a byte:
 * RFC 9110, sections 8.8 and 13.1.5.
 */
final class HttpValidators {

  /** Longer validators are not stored. */
  private static final int MAX_LENGTH = 1024;

  private static final Pattern STRONG_ETAG = Pattern.compile("\"[\\x21\\x23-\\x7e]*\"");

  private HttpValidators() {}

  /**
   * Returns the value for {@code If-Range}: a strong ETag; or, if the response has no ETag, the
   * Last-Modified date, provided that it is at least one second before the Date of the response,
   * because a file may change twice within one second.
   *
   * @return null if the response has neither
   */
  static @Nullable String strongValidator(Response response) {
    String tag = response.header("ETag");
    if (tag != null) {
      return tag.length() <= MAX_LENGTH && STRONG_ETAG.matcher(tag).matches() ? tag : null;
    }
    String lastModified = response.header("Last-Modified");
    Instant modifiedAt = parseHttpDate(lastModified);
    Instant respondedAt = parseHttpDate(response.header("Date"));
    boolean strong =
        modifiedAt != null
            && respondedAt != null
            && Duration.between(modifiedAt, respondedAt).compareTo(Duration.ofSeconds(1)) >= 0;
    return strong ? lastModified : null;
  }

  /** Returns true if a 206 response may belong to the file with this validator. */
  static boolean matches(Response response, String validator) {
    String name = validator.startsWith("\"") ? "ETag" : "Last-Modified";
    String value = response.header(name);
    // The request had an If-Range, so a 206 without a validator confirms that the file is the same.
    return value == null || value.equals(validator);
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
