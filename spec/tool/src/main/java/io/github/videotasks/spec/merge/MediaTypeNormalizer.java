package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalizes the media types that are the keys of {@code content}. */
final class MediaTypeNormalizer {
  private static final String JSON = "application/json";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+*-]{1,100}");

  private MediaTypeNormalizer() {}

  /**
   * Returns the media type of a key in lower case and without parameters, because parameters such
   * as {@code charset} are about the encoding, not the content. A key that is not a media type, or
   * is the one that matches any, is read as JSON unless its schema is a binary string.
   *
   * @param content the object with the key
   * @param out receives a warning for a key that is not a media type
   */
  static String normalize(SpecDocument document, JsonNode content, String key, Findings out) {
    String type = key.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (MEDIA_TYPE.matcher(type).matches()) {
      return type;
    }
    boolean binary = content.path(key).path("schema").path("format").asText().equals("binary");
    String assumed = binary ? "application/octet-stream" : JSON;
    out.add(
        document.warning(
            "odd-media-type",
            document.location(content, key),
            "expected a media type such as application/json, found '"
                + MessageText.excerpt(key)
                + "'",
            "Read as " + assumed));
    return assumed;
  }
}
