package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** With the default logging configuration of the JDK the client logs nothing. */
class DefaultLoggingTest {

  private static MockResponse response(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  @Test
  void logsNothingByDefault() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    RecordingLogHandler recorder =
        new RecordingLogHandler(
            Logger.getLogger(""),
            null,
            log -> log.getLevel() + " " + log.getLoggerName() + ": " + log.getMessage(),
            lines);
    recorder.start();
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(response(503, "no"));
      server.enqueue(response(200, "{\"status\":\"queued\"}"));
      server.start();
      try (VideoTasks tasks =
          VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey("key").build()) {
        tasks.get("a");
      }
      assertThat(lines).isEmpty();
    } finally {
      recorder.close();
    }
  }
}
