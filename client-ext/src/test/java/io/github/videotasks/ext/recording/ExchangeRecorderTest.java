package io.github.videotasks.ext.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExchangeRecorderTest {

  private static final long LIMIT = 1 << 20;

  @TempDir Path folder;

  private static RecordedExchange exchange(Buffer body) {
    return new RecordedExchange(
        Instant.EPOCH,
        "GET",
        "https://h/v1",
        new Buffer(),
        200,
        "text/html",
        null,
        body,
        List.of(),
        json -> json);
  }

  private static RecordedExchange exchange(String body) {
    return exchange(new Buffer().writeUtf8(body));
  }

  private static String lastLine(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.get(lines.size() - 1);
  }

  @Test
  void writesOneLineForEachExchange() throws IOException {
    Path file = folder.resolve("a.ndjson");
    try (ExchangeRecorder recorder = new ExchangeRecorder(file, LIMIT)) {
      recorder.record(exchange("{\"status\":\"done\"}"));
      recorder.record(exchange("<html>secret</html>"));
    }
    assertThat(file)
        .content()
        .isEqualTo(
            """
            {"at":"1970-01-01T00:00:00Z","request":{"method":"GET","url":"https://h/v1"},"response":{"status":200,"headers":{"content-type":"text/html"},"body":{"status":"done"}}}
            {"at":"1970-01-01T00:00:00Z","request":{"method":"GET","url":"https://h/v1"},"response":{"status":200,"headers":{"content-type":"text/html"},"bodyBytes":19}}
            {"recording":{"written":2,"dropped":0}}
            """);
  }

  @Test
  void neverExceedsItsSizeAndCountsDrops() throws IOException {
    Path file = folder.resolve("a.ndjson");
    for (int client = 0; client < 3; client++) {
      try (ExchangeRecorder recorder = new ExchangeRecorder(file, 1_024)) {
        for (int i = 0; i < 20; i++) {
          recorder.record(exchange("{\"n\":" + i + "}"));
        }
      }
    }
    assertThat(Files.size(file)).isLessThanOrEqualTo(1_024);
    assertThat(Files.readAllLines(file).stream().filter(line -> !line.isEmpty()))
        .allSatisfy(line -> assertThat(JsonValue.parse(line).properties()).isNotEmpty())
        .contains("{\"recording\":{\"written\":5,\"dropped\":15}}");
  }

  @Test
  void continuesAfterPartOfLine() throws IOException {
    Path file = Files.writeString(folder.resolve("a.ndjson"), "{\"at\":");
    try (ExchangeRecorder recorder = new ExchangeRecorder(file, LIMIT)) {
      recorder.record(exchange("{}"));
    }
    assertThat(Files.readAllLines(file)).hasSize(3).first().isEqualTo("{\"at\":");
    assertThat(lastLine(file)).isEqualTo("{\"recording\":{\"written\":1,\"dropped\":0}}");
  }

  @Test
  void dropsWhatTheQueueCannotHold() throws Exception {
    Path file = folder.resolve("a.ndjson");
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    try (ExchangeRecorder recorder = new ExchangeRecorder(file, LIMIT)) {
      recorder.record(
          new RecordedExchange(
              Instant.EPOCH,
              "GET",
              "https://h/v1",
              new Buffer(),
              200,
              null,
              null,
              new Buffer().writeUtf8("{}"),
              List.of(),
              json -> {
                writing.countDown();
                awaitQuietly(released);
                return json;
              }));
      writing.await();
      for (int i = 0; i < 300; i++) {
        recorder.record(exchange("{}"));
      }
      recorder.record(exchange(new Buffer().write(new byte[9 << 20])));
      released.countDown();
      // The queue has room for the last line again.
      while (!recorder.toString().contains("[257 written")) {
        Thread.onSpinWait();
      }
    }
    assertThat(lastLine(file)).isEqualTo("{\"recording\":{\"written\":257,\"dropped\":45}}");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void countsExchangesThatCannotBeWritten() {
    ExchangeRecorder recorder = new ExchangeRecorder(folder.resolve("absent/a.ndjson"), LIMIT);
    recorder.record(exchange("{}"));
    recorder.record(exchange("{}"));
    recorder.close();
    recorder.record(exchange("{}"));

    assertThat(recorder).hasToString("ExchangeRecorder[0 written, 3 dropped]");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void createsFileForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("a.ndjson");
    try (ExchangeRecorder recorder = new ExchangeRecorder(file, LIMIT)) {
      recorder.record(exchange("{}"));
    }
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void createsNoFileWithoutExchange() {
    new ExchangeRecorder(folder.resolve("a.ndjson"), LIMIT).close();

    assertThat(folder).isEmptyDirectory();
  }
}
