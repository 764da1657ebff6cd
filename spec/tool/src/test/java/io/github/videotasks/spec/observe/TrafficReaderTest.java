package io.github.videotasks.spec.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficReaderTest {
  private static final String LINE =
      "{\"at\":\"2026-11-01T10:00:00Z\",\"request\":{\"method\":\"GET\",\"url\":\"https://h/a\"},"
          + "\"response\":{\"status\":200,\"headers\":{\"Content-Type\":\"application/json;"
          + " charset=utf-8\"},\"body\":%s}}";
  private static final String ENTRY =
      "{\"startedDateTime\":\"2026-11-01T10:00:00.5+01:00\",\"_x\":[{\"deep\":[1]}],"
          + "\"request\":{\"method\":\"get\",\"url\":\"https://h/a\",\"headers\":[{\"name\":\"Authorization\",\"value\":\"Bearer"
          + " sk-key-1\"}],\"postData\":{\"text\":\"{\\\"prompt\\\""
          + ":\\\"p\\\"}\"}},\"response\":{\"status\":200,\"content\":{\"mimeType\":"
          + "\"application/json\",%s}}}";

  @TempDir Path folder;
  private final ReadingNotes notes = new ReadingNotes();

  private List<TrafficRecord> read(byte[] content) throws IOException {
    List<TrafficRecord> records = new ArrayList<>();
    Path file = Files.write(folder.resolve("a.rec"), content);
    new TrafficReader(notes).read(file, records::add);
    return records;
  }

  private List<TrafficRecord> read(String content) throws IOException {
    return read(content.getBytes(UTF_8));
  }

  private static String har(String... entries) {
    return "{\"log\":{\"version\":\"1.2\",\"pages\":[{\"entries\":[]}],\"entries\":["
        + String.join(",", entries)
        + "]}}";
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(UTF_8));
    }
    return zipped.toByteArray();
  }

  @Test
  void readsLines() throws IOException {
    TrafficRecord record = read("\uFEFF" + LINE.formatted("{\"n\":1.50}") + "\r\n\n").get(0);

    assertThat(record.place()).isEqualTo("a.rec:1");
    assertThat(record.at()).hasToString("2026-11-01T10:00:00Z");
    assertThat(record.method() + " " + record.url() + " " + record.status())
        .isEqualTo("GET https://h/a 200");
    assertThat(record.mediaType()).isEqualTo("application/json");
    assertThat(record.body()).hasToString("{\"n\":1.50}");
    assertThat(notes.lines()).isEmpty();
  }

  @Test
  void readsRequestLine() throws IOException {
    TrafficRecord record =
        read("{\"request\":\"GET https://h/a?id=1 HTTP/1.1\",\"response\":{\"status\":204}}")
            .get(0);

    assertThat(record.method() + " " + record.url()).isEqualTo("GET https://h/a?id=1");
    assertThat(record.hasBody()).isFalse();
  }

  @Test
  void readsHar() throws IOException {
    TrafficRecord record = read(har(ENTRY.formatted("\"text\":\"{\\\"n\\\":1}\""))).get(0);

    assertThat(record.place()).isEqualTo("a.rec: entry 1");
    assertThat(record.at()).hasToString("2026-11-01T09:00:00.500Z");
    assertThat(record.method()).isEqualTo("GET");
    assertThat(record.keys()).containsExactly("Bearer sk-key-1", "sk-key-1");
    assertThat(record.requestBody()).hasToString("{\"prompt\":\"p\"}");
    assertThat(record.body()).hasToString("{\"n\":1}");
  }

  @Test
  void readsKeysOfHeadersAndForms() throws IOException {
    TrafficRecord record =
        read("{\"request\":{\"method\":\"POST\",\"url\":\"https://h/\",\"headers\":{\"Cookie\":"
                + "\"a=1; sid=abcdefgh\"},\"postData\":{\"params\":[{\"name\":\"prompt\","
                + "\"value\":\"cat\"}]}},\"response\":{\"status\":200,\"headers\":[{\"name\":"
                + "\"Set-Cookie\",\"value\":\"x=12345678\"}]}}")
            .get(0);

    assertThat(record.keys())
        .containsExactly("a=1; sid=abcdefgh", "abcdefgh", "x=12345678", "12345678", "cat");
  }

  @Test
  void readsBodiesInBase64AndGzip() throws IOException {
    String zipped = Base64.getEncoder().encodeToString(gzip("{\"n\":1}"));
    String content = "\"encoding\":\"base64\",\"text\":\"" + zipped + "\"";

    assertThat(read(har(ENTRY.formatted(content))).get(0).body()).hasToString("{\"n\":1}");
    assertThat(
            read("{\"request\":\"GET https://h/\",\"response\":{\"status\":200,\"encoding\":"
                    + "\"base64\",\"body\":\""
                    + zipped
                    + "\"}}")
                .get(0)
                .body())
        .hasToString("{\"n\":1}");
  }

  @Test
  void readsFilesInGzip() throws IOException {
    assertThat(read(gzip(har(ENTRY.formatted("\"text\":\"{}\""))))).hasSize(1);
    assertThat(read(gzip(LINE.formatted("{}")))).hasSize(1);
    assertThat(notes.lines()).isEmpty();
  }

  @Test
  void readsRecordsBeforeBrokenEndOfGzip() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      lines.append(LINE.formatted("{\"n\":" + i * 7_919 + "}")).append('\n');
    }
    byte[] zipped = gzip(lines.toString());

    assertThat(read(Arrays.copyOf(zipped, zipped.length / 2))).hasSizeBetween(100, 1_999);
    assertThat(notes.lines())
        .contains("a.rec: the file ends before its gzip stream does; the records before were read");
  }

  @Test
  void readsRecordsBeforeBrokenEndOfHar() throws IOException {
    String har = har(ENTRY.formatted("\"text\":\"{}\""), ENTRY.formatted("\"text\":\"{}\""));

    assertThat(read(har.substring(0, har.length() - 60))).hasSize(1);
    assertThat(notes.lines())
        .containsExactly(
            "a.rec: after entry 2: the rest of the file was not read: expected JSON, found a part"
                + " of it or other text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"request\":{\"method\":\"GET\",\"url\":\"https://h/a\"},\"response\":{\"status\":0}}",
        "{\"request\":{\"method\":\"GET\",\"url\":\"/a\"},\"response\":{\"status\":200}}",
        "{\"request\":{}}",
        "{\"request\":",
        "[1]",
        "no JSON"
      })
  void skipsPartialRecords(String line) throws IOException {
    assertThat(read(line + "\n" + LINE.formatted("{}") + "\n" + line)).hasSize(1);
    assertThat(notes.lines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("a.rec:1: skipped: expected");
    assertThat(notes.lines().get(0)).endsWith("(2 times)").doesNotContain("no JSON");
  }

  @Test
  void readsRecordWhoseBodyIsBroken() throws IOException {
    TrafficRecord record = read(har(ENTRY.formatted("\"text\":\"{\\\"n\\\":\""))).get(0);

    assertThat(record.body()).isNull();
    assertThat(record.hasBody()).isFalse();
    assertThat(notes.lines())
        .containsExactly(
            "a.rec: entry 1: body not read: expected JSON, found a part of it or other text");
  }

  @Test
  void skipsBodiesAndLinesThatAreTooLong() throws IOException {
    String video = "x".repeat(7 << 20);
    assertThat(read(har(ENTRY.formatted("\"text\":\"" + video + "\""))).get(0).body()).isNull();
    assertThat(read(LINE.formatted("\"" + video + video + "\"") + "\n" + LINE.formatted("{}")))
        .hasSize(1);
    assertThat(notes.lines())
        .containsExactly(
            "a.rec: entry 1: body not read: expected at most 4 MiB, found more",
            "a.rec:1: skipped: expected a line of at most 8 MiB, found more");
  }

  @Test
  void readsCountsOfRecording() throws IOException {
    assertThat(read("{\"recording\":{\"written\":2,\"dropped\":3}}\n")).isEmpty();
    assertThat(notes.lines())
        .containsExactly("a.rec:1: records that the recording client dropped (3 times)");
  }
}
