package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private static final String TOKEN = "canary+token/4711-0815=";
  private static final String SIGNATURE = "canarySignature%2B4711";
  private static final String PROMPT = "PROMPT" + " x".repeat(300) + " PROMPT-TAIL";
  private static final String ADDRESS = "https://files.example/v.mp4?se=1&sig=" + SIGNATURE;
  private static final String ALL =
      "key " + TOKEN + " Bearer " + TOKEN + " at " + ADDRESS + " for " + PROMPT;

  /** The secrets in other letters, and an address in an address. */
  private static final String OTHER_LETTERS =
      " //files.example/v.mp4?sig="
          + SIGNATURE
          + " https://e.example/?u="
          + encoded(ADDRESS)
          + " "
          + encoded(ADDRESS)
          + " "
          + encoded(encoded(ADDRESS))
          + " "
          + encoded(TOKEN)
          + " "
          + encoded(TOKEN).toLowerCase(Locale.ROOT);

  /** Only in what is no JSON, of which messages quote. */
  private static final String OTHER_TEXTS =
      List.of(
              inHtml(TOKEN),
              inJson(TOKEN),
              "sig&#61;" + SIGNATURE,
              inJson("&sig=") + SIGNATURE,
              "{\"signature\": \"" + SIGNATURE + "\"}",
              ADDRESS.replace("&", "&amp;"))
          .toString();

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String inJson(String text) {
    return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
  }

  private static String inHtml(String text) {
    return text.chars().mapToObj("&#%d;"::formatted).collect(Collectors.joining());
  }

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final MockWebServer server = new MockWebServer();
  private final RecordedLogs logs = new RecordedLogs(seen);
  private VideoTasks tasks;

  @BeforeEach
  void start() throws Exception {
    logs.begin();
    server.start();
    VideoTasksBuilder builder =
        VideoTasks.builder()
            .baseUrl(server.url("/").toString())
            .apiKey(TOKEN)
            .callOptions(CallOptions.defaults().withMaxRequests(1));
    tasks = builder.build();
    look(builder);
    look(tasks);
  }

  @AfterEach
  void stop() {
    tasks.close();
    logs.close();
    server.close();
  }

  private void look(@Nullable Object object) {
    seen.add(String.valueOf(object));
  }

  private void ask(MockResponse answer) {
    server.enqueue(answer);
    lookAtWhat(() -> tasks.get("sora-2:task_1"));
  }

  private void askUntilTheDeadline(MockResponse answer) {
    server.enqueue(answer);
    WaitPolicy brief = WaitPolicy.defaults().withDeadline(Duration.ofMillis(300));
    look(brief);
    lookAtWhat(() -> tasks.await("sora-2:task_1", brief, TaskListener.none()));
  }

  private void lookAtWhat(Supplier<TaskState> answer) {
    try {
      lookAt(answer.get());
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
    plant(quoted(ALL), quoted(ADDRESS));
    plant(quoted(OTHER_LETTERS), quoted("//files.example/v.mp4?sig=" + SIGNATURE));
    plant("\"" + inJson(ALL) + "\"", "\"" + inJson(ADDRESS) + "\"");
    for (int status : new int[] {200, 400, 500}) {
      for (String text : List.of(ALL, OTHER_LETTERS, OTHER_TEXTS, OTHER_TEXTS.repeat(9))) {
        ask(answer(status, "<html>" + text).build());
        ask(answer(status, "x".repeat(1500) + "?" + text).build());
      }
    }
    for (String text : List.of(ALL, OTHER_LETTERS)) {
      askUntilTheDeadline(answer(200, "{\"status\":%s}".formatted(quoted(text))).build());
      askUntilTheDeadline(answer(503, text).build());
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
    assertThat(caught.stream().filter(CanaryTest::holdsASecret)).isEmpty();
  }

  private static boolean holdsASecret(String text) {
    return inAllLetters(text).stream()
        .anyMatch(
            letters ->
                letters.contains(TOKEN)
                    || letters.contains("canarySignature")
                    || letters.contains("PROMPT-TAIL"));
  }

  /** As it is, and with the escapes of addresses undone once and twice. */
  private static List<String> inAllLetters(String text) {
    String once = decoded(text);
    return List.of(text, once, decoded(once));
  }

  private static String decoded(String text) {
    return Pattern.compile("%([0-9a-fA-F]{2})")
        .matcher(text)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(it.group(1), 16))));
  }

  private void plant(String all, String address) {
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
  }
}
