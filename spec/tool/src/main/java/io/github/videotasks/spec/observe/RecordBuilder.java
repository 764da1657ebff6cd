package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds a record from the tree of an entry, which has the same names in HAR and in NDJSON: {@code
 * request} with {@code method}, {@code url}, {@code headers} and a body, and {@code response} with
 * {@code status}, {@code headers} and a body.
 */
final class RecordBuilder {
  private static final Pattern SEPARATORS = Pattern.compile("[\\s;,=]+");
  private static final int MIN_KEY = 8;

  private final ReadingNotes notes;

  RecordBuilder(ReadingNotes notes) {
    this.notes = notes;
  }

  /** Returns the record; null, with a note, if it lacks the request or the response. */
  @Nullable TrafficRecord build(JsonNode entry, String place) {
    JsonNode request = entry.path("request");
    JsonNode response = entry.path("response");
    String method = request.path("method").asText();
    String url = request.path("url").asText();
    if (request.isTextual()) {
      // A request line: GET https://host/path HTTP/1.1
      String[] line = request.textValue().strip().split("\\s+", -1);
      method = line[0];
      url = line.length > 1 ? line[1] : "";
    }
    int status = response.path("status").asInt();
    if (method.isEmpty() || !url.contains("://")) {
      notes.add("skipped: expected a request with a method and an absolute URL, found none", place);
      return null;
    }
    if (status < 100 || status > 599) {
      notes.add("skipped: expected a response with a status code, found none", place);
      return null;
    }
    BodyReader body = new BodyReader(notes, place);
    JsonNode sent = body.read(request, false);
    JsonNode received = body.read(response, true);
    return new TrafficRecord(
        place,
        time(entry),
        method.toUpperCase(Locale.ROOT),
        url,
        keys(request, response),
        sent,
        status,
        body.mediaType(),
        received,
        body.hasBody());
  }

  private static @Nullable Instant time(JsonNode entry) {
    String text = entry.path("at").asText(entry.path("startedDateTime").asText());
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Returns the values of headers that hold a key, with their parts, and the prompts of a form. */
  private static List<String> keys(JsonNode request, JsonNode response) {
    List<String> keys = new ArrayList<>();
    for (JsonNode message : List.of(request, response)) {
      forEachHeader(
          message.path("headers"),
          (name, value) -> {
            if (NameClass.of(name) == NameClass.SECRET) {
              keys.add(value);
              // Bearer KEY; NAME=VALUE; of short parts there are words.
              Stream.of(SEPARATORS.split(value))
                  .filter(part -> part.length() >= MIN_KEY)
                  .forEach(keys::add);
            }
          });
    }
    for (JsonNode field : request.path("postData").path("params")) {
      if (NameClass.of(field.path("name").asText()).isInherited()) {
        keys.add(field.path("value").asText());
      }
    }
    return keys;
  }

  /** Reads headers as an object of names and values, or as a list of objects with both. */
  static void forEachHeader(JsonNode headers, BiConsumer<String, String> consumer) {
    for (Map.Entry<String, JsonNode> header : headers.properties()) {
      JsonNode value = header.getValue();
      if (value.isArray()) {
        value.forEach(item -> consumer.accept(header.getKey(), item.asText()));
      } else {
        consumer.accept(header.getKey(), value.asText());
      }
    }
    if (headers.isArray()) {
      headers.forEach(h -> consumer.accept(h.path("name").asText(), h.path("value").asText()));
    }
  }
}
