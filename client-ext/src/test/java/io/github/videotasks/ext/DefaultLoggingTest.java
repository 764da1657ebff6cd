package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** With the default logging configuration of the JDK the client logs nothing. */
class DefaultLoggingTest {

  private static final class RecordingHandler extends Handler {

    private final List<String> records = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord log) {
      // MockWebServer logs its start and its end.
      if (!String.valueOf(log.getLoggerName()).startsWith("mockwebserver3")) {
        records.add(log.getLevel() + " " + log.getLoggerName() + ": " + log.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static MockResponse response(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  @Test
  void logsNothingByDefault() throws Exception {
    RecordingHandler recorder = new RecordingHandler();
    recorder.setLevel(Level.ALL);
    Logger root = Logger.getLogger("");
    root.addHandler(recorder);
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(response(503, "no"));
      server.enqueue(response(200, "{\"status\":\"queued\"}"));
      server.start();
      try (VideoTasks tasks =
          VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey("key").build()) {
        tasks.get("a");
      }
      assertThat(recorder.records).isEmpty();
    } finally {
      root.removeHandler(recorder);
    }
  }
}
