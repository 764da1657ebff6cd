package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** The log lines of OBSERVING.md are those of a wait with a failed request. */
class LoggingExampleTest {

  private static final class LineHandler extends Handler {

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void publish(LogRecord log) {
      String logger = log.getLoggerName().replaceFirst(".*\\.", "");
      String elapsed = log.getMessage().replaceAll("elapsed: \\d+ ms", "elapsed: 12 ms");
      lines.add(log.getLevel() + " " + logger + ": " + elapsed);
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
  void logsRequestsWithAttempts() throws Exception {
    LineHandler handler = new LineHandler();
    handler.setLevel(Level.ALL);
    Logger logger = Logger.getLogger("io.github.videotasks");
    logger.addHandler(handler);
    logger.setLevel(Level.FINE);
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(response(503, ""));
      server.enqueue(response(200, "{\"status\":\"processing\",\"progress\":40}"));
      server.enqueue(
          response(
              200, "{\"status\":\"completed\",\"video_url\":\"https://a.example/v.mp4?s=1\"}"));
      server.start();
      WaitPolicy policy =
          WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofMillis(250)));
      try (VideoTasks tasks =
          VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey("key").build()) {
        tasks.await("sora-2:task_1", policy);
      }
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(null);
    }

    String shown =
        Files.readString(Path.of("OBSERVING.md")).split("```text\n", 2)[1].split("\n```", 2)[0];
    assertThat(handler.lines).containsExactlyElementsOf(shown.lines().toList());
  }
}
