package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** The log lines of OBSERVING.md are those of a wait with a failed request. */
class LoggingExampleTest {

  /** Returns the line as the document shows it: without the package, with a fixed time. */
  private static String line(LogRecord log) {
    String logger = log.getLoggerName().replaceFirst(".*\\.", "");
    String elapsed = log.getMessage().replaceAll("elapsed: \\d+ ms", "elapsed: 12 ms");
    return log.getLevel() + " " + logger + ": " + elapsed;
  }

  private static MockResponse response(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  @Test
  void logsRequestsWithAttempts() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    RecordingLogHandler handler =
        new RecordingLogHandler(
            Logger.getLogger("io.github.videotasks"), Level.FINE, LoggingExampleTest::line, lines);
    handler.start();
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
      handler.close();
    }

    String shown =
        Files.readString(Path.of("OBSERVING.md")).split("```text\n", 2)[1].split("\n```", 2)[0];
    assertThat(lines).containsExactlyElementsOf(shown.lines().toList());
  }
}
