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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Plants secrets in every place that a gateway controls, with all logging enabled. None of them may
 * occur in a log line, a message, a stack trace or a toString.
 */
class SecretLeakTest {

  private static final String TOKEN = "canary+token/4711-0815=";
  private static final String SIGNATURE = "canarySignature%2B4711";
  private static final String PROMPT = "PROMPT" + " x".repeat(300) + " PROMPT-TAIL";
  private static final String URL = "https://files.example/v.mp4?se=1&sig=" + SIGNATURE;
  private static final String ALL =
      "key " + TOKEN + " Bearer " + TOKEN + " at " + URL + " for " + PROMPT;

  /** The secrets in percent-encoded form, and URLs nested in URLs. */
  private static final String ENCODED_VARIANTS =
      " //files.example/v.mp4?sig="
          + SIGNATURE
          + " https://e.example/?u="
          + encoded(URL)
          + " "
          + encoded(URL)
          + " "
          + encoded(encoded(URL))
          + " "
          + encoded(TOKEN)
          + " "
          + encoded(TOKEN).toLowerCase(Locale.ROOT);

  /** Used only in bodies that are not JSON, which error messages quote. */
  private static final String NON_JSON_VARIANTS =
      List.of(
              inHtml(TOKEN),
              inJson(TOKEN),
              "sig&#61;" + SIGNATURE,
              inJson("&sig=") + SIGNATURE,
              "{\"signature\": \"" + SIGNATURE + "\"}",
              URL.replace("&", "&amp;"))
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

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final MockWebServer server = new MockWebServer();
  private final RecordingLogHandler logs = new RecordingLogHandler(seen);
  private VideoTasks tasks;

  @BeforeEach
  void start() throws Exception {
    logs.start();
    server.start();
    VideoTasksBuilder builder =
        VideoTasks.builder()
            .baseUrl(server.url("/").toString())
            .apiKey(TOKEN)
            .callOptions(CallOptions.defaults().withMaxRequests(1));
    tasks = builder.build();
    record(builder);
    record(tasks);
  }

  @AfterEach
  void stop() {
    tasks.close();
    logs.close();
    server.close();
  }

  private void record(@Nullable Object object) {
    seen.add(String.valueOf(object));
  }

  private void get(MockResponse response) {
    server.enqueue(response);
    recordResult(() -> tasks.get("sora-2:task_1"));
  }

  private void await(MockResponse response) {
    server.enqueue(response);
    WaitPolicy brief = WaitPolicy.defaults().withDeadline(Duration.ofMillis(300));
    record(brief);
    recordResult(() -> tasks.await("sora-2:task_1", brief, TaskListener.none()));
  }

  private void recordResult(Supplier<TaskState> call) {
    try {
      recordState(call.get());
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      record(trace);
      record(e);
    }
  }

  private void recordState(TaskState state) {
    record(state);
    record(state.failure());
    record(state.assets());
    record(state.result());
    record(state.detail());
    record(state.task());
    record(state.raw());
  }

  private static MockResponse.Builder response(int status, String body) {
    return new MockResponse.Builder().code(status).body(body);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"") + "\"";
  }

  @Test
  void leaksNoSecret() {
    sendResponsesWithSecrets(quoted(ALL), quoted(URL));
    sendResponsesWithSecrets(
        quoted(ENCODED_VARIANTS), quoted("//files.example/v.mp4?sig=" + SIGNATURE));
    sendResponsesWithSecrets("\"" + inJson(ALL) + "\"", "\"" + inJson(URL) + "\"");
    for (int status : new int[] {200, 400, 500}) {
      for (String text :
          List.of(ALL, ENCODED_VARIANTS, NON_JSON_VARIANTS, NON_JSON_VARIANTS.repeat(9))) {
        get(response(status, "<html>" + text).build());
        get(response(status, "x".repeat(1500) + "?" + text).build());
      }
    }
    for (String text : List.of(ALL, ENCODED_VARIANTS)) {
      await(response(200, "{\"status\":%s}".formatted(quoted(text))).build());
      await(response(503, text).build());
    }
    get(response(200, "").status("BROKEN " + ALL).build());
    // Without a valid length the body ends with the connection.
    get(
        response(200, "")
            .addHeader("Content-Length", "7" + ALL)
            .onResponseEnd(new SocketEffect.CloseSocket())
            .build());
    // Self-check: log lines, masked texts and stack traces were recorded. On a copy, because idle
    // connections of OkHttp continue to log on their own threads.
    List<String> output = List.of(seen.toArray(String[]::new));
    assertThat(output)
        .anyMatch(text -> text.contains("io.github.videotasks.ext.http.RetryingRequest"))
        .anyMatch(text -> text.contains("Bearer …"))
        .anyMatch(text -> text.contains("\tat io.github.videotasks"));
    assertThat(output.stream().filter(SecretLeakTest::containsSecret)).isEmpty();
  }

  private static boolean containsSecret(String text) {
    return withDecodedForms(text).stream()
        .anyMatch(
            form ->
                form.contains(TOKEN)
                    || form.contains("canarySignature")
                    || form.contains("PROMPT-TAIL"));
  }

  /** Returns the text, and the text percent-decoded once and twice. */
  private static List<String> withDecodedForms(String text) {
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

  private void sendResponsesWithSecrets(String all, String url) {
    for (String status : List.of("completed", "failed", "cancelled", "processing", ALL)) {
      get(
          response(
                  200,
                  "{\"id\":%s,\"status\":%s,\"video_url\":%s,\"prompt\":%s,\"error\":{\"message\":%s,\"code\":%s},\"detail\":{\"url\":%s,\"draft_info\":{\"kind\":\"sora_draft\",\"id\":%s,\"prompt\":%s,\"encodings\":{\"md\":{\"path\":%s}}}}}"
                      .formatted(all, quoted(status), url, all, all, all, url, all, all, url))
              .build());
      get(
          response(
                  200,
                  "{\"status\":%s,\"detail\":{\"pending_info\":{\"type\":\"video_gen\",\"prompt\":%s,\"failure_reason\":%s}}}"
                      .formatted(quoted(status), all, all))
              .build());
      get(
          response(
                  200,
                  "{\"status\":%s,\"detail\":{\"draft_info\":{\"kind\":%s,\"reason_str\":%s}}}"
                      .formatted(quoted(status), all, all))
              .build());
      get(
          response(
                  200,
                  "{\"status\":%s,\"detail\":%s,\"url\":%s}".formatted(quoted(status), all, url))
              .build());
    }
    for (int status : new int[] {200, 301, 400, 401, 403, 404, 429, 500, 503}) {
      String body = "{\"error\":{\"message\":%s,\"code\":%s,\"type\":%s}}".formatted(all, all, all);
      get(response(status, body).build());
      get(
          response(status, "{\"code\":%s,\"message\":%s,\"data\":null}".formatted(all, all))
              .build());
      get(
          response(status, "")
              .addHeader("Location", URL)
              .addHeader("X-Request-Id", ALL)
              .addHeader("Content-Type", ALL)
              .addHeader("Retry-After", ALL)
              .addHeader("Set-Cookie", "key=" + TOKEN)
              .build());
      get(response(status, "").status("HTTP/1.1 " + status + " " + ALL).build());
    }
  }
}
