package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of one record: JSON, text, base64 and gzip, at most 4 MiB each. */
final class BodyReader {
  private static final int GZIP_MAGIC = 0x1f8b;

  private final ReadingNotes notes;
  private final String place;
  private String mediaType = "";
  private boolean hasBody;

  BodyReader(ReadingNotes notes, String place) {
    this.notes = notes;
    this.place = place;
  }

  /** Returns the media type of the body that was read last, without parameters; may be empty. */
  String mediaType() {
    return mediaType;
  }

  /** Returns whether the message that was read last has a body. */
  boolean hasBody() {
    return hasBody;
  }

  /**
   * Reads the body of a request or response.
   *
   * @param message has {@code body} (NDJSON), {@code postData} or {@code content} (HAR)
   * @param reported whether a body that cannot be read is noted
   * @return the body; null if there is none or it is not JSON
   */
  @Nullable JsonNode read(JsonNode message, boolean reported) {
    Map<String, String> headers = new HashMap<>();
    RecordBuilder.forEachHeader(
        message.path("headers"),
        (name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    JsonNode har = message.path(message.has("postData") ? "postData" : "content");
    JsonNode body = message.has("body") ? message.path("body") : har.path("text");
    String encoding = message.path("encoding").asText(har.path("encoding").asText());
    mediaType = mediaType(har.path("mimeType").asText(headers.getOrDefault("content-type", "")));
    hasBody = body.isContainerNode() || body.isNumber() || body.isBoolean();
    if (!body.isTextual()) {
      if (body.isMissingNode() && message.path("bodyBytes").asLong() > 0) {
        hasBody = !mediaType.endsWith("json");
        if (reported && !hasBody) {
          notes.add("body not read: expected JSON, found only its size", place);
        }
      }
      return body.isMissingNode() || !hasBody ? null : body;
    }
    String text = decode(body.textValue(), encoding.equalsIgnoreCase("base64"), reported);
    hasBody = text != null && !text.isBlank();
    if (text == null || !hasBody) {
      return null;
    }
    JsonNode json = TrafficJson.parse(text);
    if (json == null && reported && mediaType.endsWith("json")) {
      notes.add("body not read: expected JSON, found a part of it or other text", place);
      hasBody = false;
    }
    // A text that is not JSON may look like a JSON value, such as a number.
    return json == null || json.isContainerNode() || mediaType.endsWith("json") ? json : null;
  }

  private @Nullable String decode(String text, boolean isBase64, boolean reported) {
    if (text.endsWith(LongStringFilter.CUT)) {
      return unread("body not read: expected at most 4 MiB, found more", reported);
    }
    if (!isBase64) {
      return text;
    }
    try {
      byte[] bytes = unzip(Base64.getMimeDecoder().decode(text));
      return bytes.length > TrafficJson.MAX_BODY
          ? unread("body not read: expected at most 4 MiB, found more", reported)
          : new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | IOException e) {
      return unread(
          "body not read: expected base64 of a complete body, found other text", reported);
    }
  }

  private @Nullable String unread(String why, boolean reported) {
    if (reported) {
      notes.add(why, place);
    }
    return null;
  }

  private static byte[] unzip(byte[] bytes) throws IOException {
    boolean isGzip = bytes.length > 2 && ((bytes[0] & 0xff) << 8 | (bytes[1] & 0xff)) == GZIP_MAGIC;
    if (!isGzip) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(TrafficJson.MAX_BODY + 1);
    }
  }

  private static String mediaType(String header) {
    int parameters = header.indexOf(';');
    return (parameters < 0 ? header : header.substring(0, parameters))
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
