package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads recordings, one record at a time: HAR, or NDJSON with one record a line; both also with
 * gzip. What cannot be read is noted and skipped, so a file that ends early yields the records
 * before its end.
 */
final class TrafficReader {
  private static final int PEEK = 4_096;
  private static final int MAX_LINE = 8 << 20;
  private static final Pattern HAR = Pattern.compile("\\A\\uFEFF?\\s*\\{\\s*\"log\"\\s*:");

  private final ReadingNotes notes;
  private final RecordBuilder builder;

  TrafficReader(ReadingNotes notes) {
    this.notes = notes;
    this.builder = new RecordBuilder(notes);
  }

  /**
   * Reads a file.
   *
   * @param consumer receives each record
   * @throws IOException when the file cannot be read at all
   */
  void read(Path file, Consumer<TrafficRecord> consumer) throws IOException {
    String name = String.valueOf(file.getFileName());
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), PEEK);
        InputStream in = new BufferedInputStream(unzip(raw), 1 << 16)) {
      in.mark(PEEK);
      String start = new String(in.readNBytes(PEEK), StandardCharsets.UTF_8);
      in.reset();
      if (HAR.matcher(start).find()) {
        readHar(in, name, consumer);
      } else {
        readLines(in, name, consumer);
      }
    } catch (EOFException | ZipException e) {
      notes.add("the file ends before its gzip stream does; the records before were read", name);
    }
  }

  private static InputStream unzip(InputStream in) throws IOException {
    in.mark(2);
    boolean isGzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return isGzip ? new GZIPInputStream(in) : in;
  }

  private void readHar(InputStream in, String name, Consumer<TrafficRecord> consumer)
      throws IOException {
    int number = 0;
    try (JsonParser parser =
        TrafficJson.FACTORY.createParser(new LongStringFilter(in, TrafficJson.MAX_STRING))) {
      if (!HarEntries.enter(parser)) {
        notes.add("expected log.entries of a HAR file, found none", name);
        return;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        number++;
        accept(new HarEntries(parser).readEntry(), name + ": entry " + number, consumer);
      }
    } catch (JsonProcessingException e) {
      notes.add(
          "the rest of the file was not read: expected JSON, found a part of it or other text",
          name + ": after entry " + number);
    }
  }

  private void readLines(InputStream in, String name, Consumer<TrafficRecord> consumer)
      throws IOException {
    LineReader lines = new LineReader(in, MAX_LINE);
    for (int number = 1; lines.next(); number++) {
      String place = name + ":" + number;
      String line = lines.line();
      if (line == null) {
        notes.add("skipped: expected a line of at most 8 MiB, found more", place);
      } else if (!line.isBlank()) {
        JsonNode entry = TrafficJson.parse(line);
        JsonNode dropped = entry == null ? null : entry.path("recording").get("dropped");
        if (dropped != null) {
          noteDropped(dropped.asLong(), place);
        } else {
          accept(entry, place, consumer);
        }
      }
    }
  }

  private void noteDropped(long count, String place) {
    if (count > 0) {
      notes.add("records that the recording client dropped", place, count);
    }
  }

  private void accept(@Nullable JsonNode entry, String place, Consumer<TrafficRecord> consumer) {
    if (entry == null || !entry.isObject()) {
      notes.add("skipped: expected a record in JSON, found a part of it or other text", place);
      return;
    }
    TrafficRecord record = builder.build(entry, place);
    if (record != null) {
      consumer.accept(record);
    }
  }
}
