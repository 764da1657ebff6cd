package io.github.videotasks.spec.evidence;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.regex.Pattern;

/** Checks texts against the formats for which generated clients have types of their own. */
final class StringFormat {
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private StringFormat() {}

  /** Returns whether a text has a format; true for a format that no client parses. */
  static boolean admits(String format, String text) {
    try {
      return switch (format) {
        case "date-time" -> OffsetDateTime.parse(text) != null;
        case "date" -> LocalDate.parse(text) != null;
        case "uuid" -> UUID.matcher(text).matches();
        case "uri", "url" -> new URI(text).isAbsolute();
        case "byte" -> Base64.getDecoder().decode(text) != null;
        default -> true;
      };
    } catch (DateTimeException | URISyntaxException | IllegalArgumentException e) {
      return false;
    }
  }
}
