package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the keys of {@code content}. */
final class MediaTypeNormalizer {
  private static final String JSON = "application/json";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+*-]{1,100}");

  private MediaTypeNormalizer() {}

  /**
   * Gives the media type that a key means. Parameters such as {@code charset} say how the text is
   * encoded, not what it holds; case says nothing. What is no media type, and the one that means
   * any, is taken for JSON unless its schema is a binary text.
   *
   * @param media what stands under the key
   */
  static String normalize(SpecDocument document, String key, JsonNode media, Findings out) {
    String type = key.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (MEDIA_TYPE.matcher(type).matches()) {
      return type;
    }
    boolean binary = media.path("schema").path("format").asText().equals("binary");
    String meant = binary ? "application/octet-stream" : JSON;
    out.add(
        document.warning(
            "odd-media-type",
            document.location(media),
            "expected a media type such as application/json, found '"
                + MessageText.excerpt(key)
                + "'",
            "Read as " + meant));
    return meant;
  }
}
