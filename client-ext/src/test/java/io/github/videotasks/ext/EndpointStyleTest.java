package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.PollSteps;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints with a path of their own: which templates are valid, and what is sent for them. */
class EndpointStyleTest {

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private VideoTasks client(String basePath, EndpointStyle endpoint) {
    return VideoTasks.builder()
        .baseUrl(server.url(basePath).toString())
        .apiKey("key")
        .endpoint(endpoint)
        .build();
  }

  private void enqueue(String body) {
    server.enqueue(new MockResponse.Builder().body(body).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/{id}",
        "/v1/video/generations/{id}",
        "/v1/video/generations/{id}/",
        "/kling/v1/videos/text2video/{id}/result",
        "/a.b/..a/...b/~c/{id}",
        "/v1/query?task={id}",
        "/v1/query?full&task={id}&model=a%20b",
        "/v1/models/veo:fetch?name={id}",
      })
  void acceptsPathWithOneId(String template) {
    EndpointStyle style = EndpointStyle.path(template);
    assertThat(style.template()).isEqualTo(template);
    assertThat(style).hasToString(template);
    assertThat(style).isEqualTo(EndpointStyle.path(template)).hasSameHashCodeAs(style);
    assertThat(EndpointStyle.valueOf(template)).isEqualTo(style);
    assertThat(style).isNotEqualTo(EndpointStyle.UNIFIED).isNotEqualTo(EndpointStyle.OPENAI);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "''                        | a path that starts with one '/', without scheme and host",
        "v1/{id}                   | a path that starts with one '/', without scheme and host",
        "//host.example/{id}       | a path that starts with one '/', without scheme and host",
        "https://host.example/{id} | a path that starts with one '/', without scheme and host",
        "/v1/{id}#top              | a path without a fragment",
        "/v1/videos                | exactly one {id}",
        "/v1/{ID}                  | exactly one {id}",
        "/{id}/of/{id}             | exactly one {id}",
        "/{id}?task={id}           | exactly one {id}",
        "/v1/../{id}               | a path without segments that consist of dots",
        "/v1/./{id}                | a path without segments that consist of dots",
        "/v1/..;a=b/{id}           | a path without segments that consist of dots",
        "/{id}/..                  | a path without segments that consist of dots",
        "/v1/%2e%2e/{id}           | segments that are not empty",
        "/v1//{id}                 | segments that are not empty",
        "/v1/{id}/{model}          | segments that are not empty",
        "/v1/task-{id}             | segments that are not empty",
        "/v1/{id}.json             | segments that are not empty",
        "/v1/a b/{id}              | segments that are not empty",
        "/v1\\{id}/x               | segments that are not empty",
        "/任务/{id}                | segments that are not empty",
        "/v1?{id}                  | a query of name=value pairs",
        "/v1?{id}=a                | a query of name=value pairs",
        "/v1?task=a{id}            | a query of name=value pairs",
        "/v1?task={id}&b={c}       | a query of name=value pairs",
        "/v1?task={id}?b=c         | a query of name=value pairs",
        "/v1?task={id}&b=%zz       | a query of name=value pairs",
        "/v1?task={id}&b=a b       | a query of name=value pairs",
      })
  void rejectsEveryOtherTemplate(String template, String expected) {
    String value = template.equals("''") ? "" : template;
    assertThatThrownBy(() -> EndpointStyle.path(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("endpoint: expected " + expected)
        .hasMessageEndingWith(
            "; pass a path such as /v1/video/generations/{id} or /v1/query?task={id}");
  }

  @Test
  void rejectsLineEndsAndLongTemplates() {
    assertThatThrownBy(() -> EndpointStyle.path("/v1/{id}\r\nX-Injected: 1"))
        .hasMessageStartingWith("endpoint: expected segments that are not empty");
    assertThatThrownBy(() -> EndpointStyle.path("/v1/{id}\n"))
        .hasMessageStartingWith("endpoint: expected segments that are not empty");
    assertThatThrownBy(() -> EndpointStyle.path("/{id}/" + "a".repeat(500)))
        .hasMessageStartingWith("endpoint: expected at most 500 characters, found \"/{id}/aaa");
  }

  @Test
  void masksSignedUrlInMessage() {
    assertThatThrownBy(() -> EndpointStyle.path("https://files.example/{id}?sig=canary"))
        .hasMessageContaining("found \"https://files.example/{id}?…\"")
        .hasMessageNotContaining("canary");
  }

  @Test
  void returnsConstantForItsTemplateAndName() {
    assertThat(EndpointStyle.path("/v1/video/query?id={id}")).isSameAs(EndpointStyle.UNIFIED);
    assertThat(EndpointStyle.path("/v1/videos/{id}")).isSameAs(EndpointStyle.OPENAI);
    assertThat(EndpointStyle.valueOf("UNIFIED")).isSameAs(EndpointStyle.UNIFIED);
    assertThat(EndpointStyle.valueOf("OPENAI")).isSameAs(EndpointStyle.OPENAI);
    assertThat(EndpointStyle.UNIFIED)
        .hasToString("/v1/video/query?id={id}")
        .isNotEqualTo(EndpointStyle.OPENAI);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /v1/video/generations/{id}, /v1/video/generations/sora-2:a%20b+c%25",
    "/, '/a_~!$&()*+,;=:@-/{id}?q=_~!$()*+,;:@/-%2F',"
        + " '/a_~!$&()*+,;=:@-/sora-2:a%20b+c%25?q=_~!$()*+,;:@/-%2F'",
    "/, /v1/query?full&task={id}, /v1/query?full&task=sora-2%3Aa%20b%2Bc%25",
    "/gateway, /v2/{id}/state, /gateway/v2/sora-2:a%20b+c%25/state",
    "/gateway/, /v2/q?task={id}&x=%7e, /gateway/v2/q?task=sora-2%3Aa%20b%2Bc%25&x=%7e",
  })
  void sendsIdEncodedBelowBaseUrl(String basePath, String template, String target)
      throws Exception {
    enqueue("{\"status\":\"queued\"}");
    try (VideoTasks tasks = client(basePath, EndpointStyle.path(template))) {
      assertThat(tasks.get("sora-2:a b+c%").status()).isEqualTo("queued");
    }
    assertThat(server.takeRequest().getTarget()).isEqualTo(target);
  }

  @Test
  void encodesIdAsGeneratedOperationsDo() throws Exception {
    String id = "sora-2:任务 a+b%20&c=d;e?f#g@h'";
    try (VideoTasks tasks = client("/", EndpointStyle.UNIFIED)) {
      for (EndpointStyle style :
          new EndpointStyle[] {
            EndpointStyle.OPENAI,
            EndpointStyle.path("/x/{id}"),
            EndpointStyle.UNIFIED,
            EndpointStyle.path("/x?id={id}")
          }) {
        enqueue("{\"status\":\"queued\"}");
        tasks.get(id, CallOptions.defaults().withEndpoint(style));
      }
    }
    String openAi = server.takeRequest().getTarget();
    assertThat(server.takeRequest().getTarget()).isEqualTo(openAi.replace("/v1/videos/", "/x/"));
    String unified = server.takeRequest().getTarget();
    assertThat(server.takeRequest().getTarget())
        .isEqualTo(unified.replace("/v1/video/query", "/x"));
  }

  @Test
  void resumesAtTemplateOfSnapshot() throws Exception {
    EndpointStyle style = EndpointStyle.path("/v1/video/generations/{id}");
    enqueue("{\"status\":\"processing\"}");
    CompletableFuture<WaitSnapshot> stored = new CompletableFuture<>();
    TaskListener storing =
        new TaskListener() {
          @Override
          public void onChange(TaskState state) {}

          @Override
          public void onPoll(WaitSnapshot snapshot) {
            stored.complete(snapshot);
          }
        };
    String json;
    try (VideoTasks first = client("/", style)) {
      first.watch("a", WaitPolicy.defaults(), CallOptions.defaults(), storing);
      json = stored.join().toJson();
    }
    enqueue("{\"status\":\"completed\",\"video_url\":\"https://a/v.mp4\"}");
    WaitSnapshot snapshot = WaitSnapshot.parse(json);
    assertThat(snapshot.endpoint()).isEqualTo("/v1/video/generations/{id}");
    assertThat(EndpointStyle.fromSnapshot(snapshot)).isEqualTo(style);
    try (VideoTasks next = client("/", EndpointStyle.UNIFIED)) {
      next.resume(snapshot, TaskListener.none()).result().join();
    }
    assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/video/generations/a");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/video/generations/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"unified", "https://evil.example/{id}", "//evil.example/{id}", "/../{id}"})
  void refusesHostileSnapshotWithoutQuotingIt(String endpoint) {
    WaitSnapshot hostile =
        PollSteps.of(WaitPolicy.defaults().withDeadline(Duration.ofMinutes(1)))
            .begin("https://gateway.example/", endpoint, new TaskId("a"), Instant.EPOCH);
    assertThatThrownBy(() -> EndpointStyle.fromSnapshot(WaitSnapshot.parse(hostile.toJson())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessage(
            "wait snapshot of task a: expected one of the endpoints [UNIFIED, OPENAI] or a path"
                + " with {id}, found another one; set CallOptions.endpoint");
  }
}
