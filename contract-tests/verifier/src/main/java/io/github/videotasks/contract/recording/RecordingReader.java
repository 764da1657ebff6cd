package io.github.videotasks.contract.recording;

import com.squareup.moshi.JsonDataException;
import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.client.runtime.ValueLimitException;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.ext.recording.RecordedExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads the recording of one provider. Somebody else may have written the file. */
final class RecordingReader {

  private static final long MAX_BYTES = 32L << 20;

  /** The values of a body and those around it. */
  private static final int MAX_VALUES = RecordedExchange.MAX_VALUES + 100;

  private static final Pattern CONTENT_TYPE = Pattern.compile("[\\w.+-]{1,64}/[\\w.+-]{1,64}");
  private static final Pattern TIME = Pattern.compile("[0-9T:.Z-]{1,40}");

  private final Path file;

  RecordingReader(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws IOException when it cannot be read or is not a recording; the message names the line
   */
  ProviderRecording read() throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw invalid(1, "a recording of at most %d bytes".formatted(MAX_BYTES));
    }
    List<String> lines = lines();
    String first = lines.isEmpty() ? "" : lines.get(0);
    if (!first.startsWith(RecordingFolder.HEADER)) {
      throw invalid(1, "a recording of 'verify --record'");
    }
    String provider = text(parse(first, 1), "recording", "provider");
    List<RecordedResponse> responses = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      JsonValue line = parse(lines.get(i), i + 1);
      // The lines of foreign pacts name no interaction.
      if (line.get("interaction") != null) {
        responses.add(response(line, i + 1));
      }
    }
    return new ProviderRecording(
        provider == null ? "" : provider, String.valueOf(file.getFileName()), responses);
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IOException("%s: expected text in UTF-8, found other bytes".formatted(file), e);
    }
  }

  private JsonValue parse(String line, int number) throws IOException {
    try (Buffer text = new Buffer().writeUtf8(line)) {
      return JsonValue.parse(text, MAX_VALUES);
    } catch (JsonDataException | ValueLimitException e) {
      String expected = "a line of JSON with at most %d values".formatted(MAX_VALUES);
      throw new IOException(invalid(number, expected).getMessage(), e);
    }
  }

  private RecordedResponse response(JsonValue line, int number) throws IOException {
    JsonValue response = require(line.get("response"), number, "the property response");
    String status = String.valueOf(require(response.get("status"), number, "a status").json());
    if (!status.matches("[2-5][0-9]{2}")) {
      throw invalid(number, "a status code from 200 to 599");
    }
    String type = text(response, "headers", "content-type");
    return new RecordedResponse(
        require(text(line, "interaction", "operation"), number, "an operation"),
        require(text(line, "interaction", "state"), number, "a state"),
        origin(line),
        new ProviderResponse(
            Integer.parseInt(status),
            type != null && CONTENT_TYPE.matcher(type).matches() ? type : "",
            body(line, response)),
        "%s:%d".formatted(file, number));
  }

  /** Returns the body; in the place of one that is not recorded, a text of its kind. */
  private static String body(JsonValue line, JsonValue response) {
    JsonValue body = response.get("body");
    if (body != null) {
      return body.json();
    }
    JsonValue size = response.get("bodyBytes");
    if (size == null || size.json().equals("0")) {
      return "";
    }
    JsonValue interaction = line.get("interaction");
    return interaction != null && interaction.get("scalar") != null ? "\"masked\"" : "masked";
  }

  private static String origin(JsonValue line) {
    String at = text(line, "at");
    String url = text(line, "request", "url");
    String host = null;
    try {
      host = url == null ? null : URI.create(url).getHost();
    } catch (IllegalArgumentException e) {
      // A masked URL is one; another text is not shown.
    }
    boolean isDated = at != null && TIME.matcher(at).matches();
    return (host == null ? "an unknown host" : host) + (isDated ? " at " + at : "");
  }

  private static @Nullable String text(JsonValue json, String... names) {
    JsonValue value = json;
    for (String name : names) {
      value = value == null ? null : value.get(name);
    }
    return value == null ? null : value.asString();
  }

  private <T> T require(@Nullable T value, int number, String what) throws IOException {
    if (value == null) {
      throw invalid(number, what);
    }
    return value;
  }

  private IOException invalid(int line, String expected) {
    return new IOException(
        "%s:%d: expected %s, found something else".formatted(file, line, expected));
  }
}
