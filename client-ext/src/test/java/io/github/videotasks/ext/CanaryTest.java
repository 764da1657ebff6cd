package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.PollSchedule;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Secrets planted wherever a gateway could put them, all logging on: none of them comes out in a
 * log line, a message, a stack trace or a toString.
 */
class CanaryTest {

  private static final String TOKEN = "canary-token-4711-0815";
  private static final String SIGNATURE = "canarySignature%2B4711";
  private static final String PROMPT = "PROMPT" + " x".repeat(300) + " PROMPT-TAIL";
  private static final String ADDRESS = "https://files.example/v.mp4?se=1&sig=" + SIGNATURE;
  private static final String ALL =
      "key " + TOKEN + " Bearer " + TOKEN + " at " + ADDRESS + " for " + PROMPT;

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final MockWebServer server = new MockWebServer();
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final Handler recorder = new Recorder();

  private final class Recorder extends Handler {
    @Override
    public void publish(LogRecord log) {
      // The server of the test logs too, and what it logs is not ours.
      if (isLoggable(log) && !log.getLoggerName().startsWith("mockwebserver3")) {
        seen.add(new SimpleFormatter().format(log));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void start() throws Exception {
    recorder.setLevel(Level.ALL);
    root.addHandler(recorder);
    root.setLevel(Level.ALL);
    server.start();
  }

  @AfterEach
  void stop() {
    root.removeHandler(recorder);
    root.setLevel(before);
    server.close();
  }

  private void look(@Nullable Object object) {
    seen.add(String.valueOf(object));
  }

  private void ask(MockResponse answer) {
    server.enqueue(answer);
    VideoTasksBuilder builder =
        VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey(TOKEN);
    look(builder);
    WaitPolicy brief =
        WaitPolicy.defaults()
            .withSchedule(PollSchedule.fixed(Duration.ofMillis(250)))
            .withDeadline(Duration.ofMillis(100));
    look(brief);
    try (VideoTasks tasks =
        builder.callOptions(CallOptions.defaults().withMaxRequests(1)).build()) {
      look(tasks);
      lookAt(tasks.await("sora-2:task_1", brief, TaskListener.none()));
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      look(trace);
      look(e);
    }
  }

  private void lookAt(TaskState state) {
    look(state);
    look(state.failure());
    look(state.assets());
    look(state.result());
    look(state.detail());
    look(state.task());
    look(state.raw());
  }

  private static MockResponse.Builder answer(int status, String body) {
    return new MockResponse.Builder().code(status).body(body);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"") + "\"";
  }

  @Test
  void noSecretComesOut() {
    String all = quoted(ALL);
    String address = quoted(ADDRESS);
    for (String status : List.of("completed", "failed", "cancelled", "processing", ALL)) {
      ask(
          answer(
                  200,
                  "{\"id\":%s,\"status\":%s,\"video_url\":%s,\"prompt\":%s,\"error\":{\"message\":%s,\"code\":%s},\"detail\":{\"url\":%s,\"draft_info\":{\"kind\":\"sora_draft\",\"id\":%s,\"prompt\":%s,\"encodings\":{\"md\":{\"path\":%s}}}}}"
                      .formatted(
                          all, quoted(status), address, all, all, all, address, all, all, address))
              .build());
      ask(
          answer(
                  200,
                  "{\"status\":%s,\"detail\":{\"pending_info\":{\"type\":\"video_gen\",\"prompt\":%s,\"failure_reason\":%s}}}"
                      .formatted(quoted(status), all, all))
              .build());
      ask(
          answer(
                  200,
                  "{\"status\":%s,\"detail\":{\"draft_info\":{\"kind\":%s,\"reason_str\":%s}}}"
                      .formatted(quoted(status), all, all))
              .build());
      ask(
          answer(
                  200,
                  "{\"status\":%s,\"detail\":%s,\"url\":%s}"
                      .formatted(quoted(status), all, address))
              .build());
    }
    for (int status : new int[] {200, 301, 400, 401, 403, 404, 429, 500, 503}) {
      String body = "{\"error\":{\"message\":%s,\"code\":%s,\"type\":%s}}".formatted(all, all, all);
      ask(answer(status, body).build());
      ask(answer(status, "{\"code\":%s,\"message\":%s,\"data\":null}".formatted(all, all)).build());
      ask(answer(status, "<html>" + ALL).build());
      ask(
          answer(status, "")
              .addHeader("Location", ADDRESS)
              .addHeader("X-Request-Id", ALL)
              .addHeader("Content-Type", ALL)
              .addHeader("Retry-After", ALL)
              .addHeader("Set-Cookie", "key=" + TOKEN)
              .build());
      ask(answer(status, "").status("HTTP/1.1 " + status + " " + ALL).build());
    }
    ask(answer(200, "").status("BROKEN " + ALL).build());
    ask(answer(200, "").addHeader("Content-Length", "7" + ALL).build());
    // The nets are out: our log lines, masked texts and stack traces are among what was seen.
    // Of a copy: idle connections of OkHttp go on logging on threads of their own.
    List<String> caught = List.of(seen.toArray(String[]::new));
    assertThat(caught)
        .anyMatch(text -> text.contains(Question.class.getName()))
        .anyMatch(text -> text.contains("Bearer …"))
        .anyMatch(text -> text.contains("\tat io.github.videotasks"));
    assertThat(caught)
        .noneMatch(text -> text.contains(TOKEN))
        .noneMatch(text -> text.contains("canarySignature"))
        .noneMatch(text -> text.contains("PROMPT-TAIL"));
  }

  @Test
  void nothingIsLoggedUnlessAskedFor() {
    root.setLevel(Level.INFO);
    // A thread of the server that asked for its level before the line above may still log below it.
    recorder.setLevel(Level.INFO);
    seen.clear();
    server.enqueue(answer(503, "").build());
    server.enqueue(answer(200, "{\"status\":\"queued\"}").build());
    try (VideoTasks tasks =
        VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey(TOKEN).build()) {
      tasks.get("a");
    }
    assertThat(seen).isEmpty();
  }
}
