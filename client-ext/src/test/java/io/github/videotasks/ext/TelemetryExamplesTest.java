package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.telemetry.RequestEnd;
import io.github.videotasks.ext.telemetry.TelemetryListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles and runs the recipes for metrics and tracing of the guides. */
class TelemetryExamplesTest {

  private static final Path SOURCE =
      Path.of("src/test/java/io/github/videotasks/ext/TelemetryExamplesTest.java");

  // README metrics: begin
  record MicrometerTelemetry(MeterRegistry registry) implements TelemetryListener {
    @Override
    public void onRequestEnd(RequestEnd end) {
      Timer.builder("video.tasks.requests")
          .tag("operation", end.start().operation().name())
          .tag("status", String.valueOf(end.httpStatus()))
          .tag("outcome", end.outcome())
          .register(registry)
          .record(end.duration());
    }

    @Override
    public void onCallbacksSaturated(int queued, int running) {
      registry.counter("video.tasks.callbacks.saturated").increment();
    }

    @Override
    public void onEventsDropped(long count) {
      registry.counter("video.tasks.telemetry.dropped").increment((double) count);
    }
  }

  // README metrics: end

  // README tracing: begin
  record TracingTelemetry(Tracer tracer) implements TelemetryListener {
    @Override
    public void onRequestEnd(RequestEnd end) { // with both times, so no span stays open
      Span span =
          tracer
              .spanBuilder(end.start().operation().name())
              .setSpanKind(SpanKind.CLIENT)
              .setStartTimestamp(end.start().startedAt())
              .setAttribute("server.address", end.start().host())
              .setAttribute("http.request.resend_count", end.start().attempt() - 1L)
              .setAttribute("http.response.status_code", (long) end.httpStatus())
              .startSpan();
      if (end.errorKind() != null) {
        span.setStatus(StatusCode.ERROR).setAttribute("error.type", end.outcome());
      }
      span.end(end.start().startedAt().plus(end.duration()));
    }
  }

  // README tracing: end

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"metrics", "tracing"})
  void matchReadme(String name) throws IOException {
    String begin = "// README " + name + ": begin\n";
    String source = Files.readString(SOURCE);
    int from = source.indexOf(begin) + begin.length();
    String marked = source.substring(from, source.indexOf("// README " + name + ": end"));
    assertThat(Files.readString(Path.of("OBSERVING.md")))
        .contains("```java\n" + marked.stripIndent().strip() + "\n```");
  }

  /** Requests a task that the gateway rejects, and waits until the listener has returned. */
  private void rejectRequest(TelemetryListener recipe) throws InterruptedException {
    CountDownLatch returned = new CountDownLatch(1);
    TelemetryListener listener =
        new TelemetryListener() {
          @Override
          public void onRequestEnd(RequestEnd end) {
            recipe.onRequestEnd(end);
            returned.countDown();
          }
        };
    server.enqueue(new MockResponse.Builder().code(400).build());
    try (VideoTasks tasks =
        VideoTasks.builder()
            .baseUrl(server.url("/").toString())
            .apiKey("key")
            .telemetry(listener)
            .build()) {
      assertThatThrownBy(() -> tasks.get("a")).isInstanceOf(VideoTasksException.class);
    }
    assertThat(returned.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void recordsTimer() throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    MicrometerTelemetry recipe = new MicrometerTelemetry(registry);

    rejectRequest(recipe);
    recipe.onCallbacksSaturated(7, 4);
    recipe.onEventsDropped(3);

    Timer timer =
        registry
            .get("video.tasks.requests")
            .tags("operation", "TASK_QUERY", "status", "400", "outcome", "REJECTED")
            .timer();
    assertThat(timer.count()).isEqualTo(1);
    assertThat(registry.get("video.tasks.callbacks.saturated").counter().count()).isEqualTo(1);
    assertThat(registry.get("video.tasks.telemetry.dropped").counter().count()).isEqualTo(3);
  }

  @Test
  void exportsSpan() throws Exception {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .build()) {
      rejectRequest(new TracingTelemetry(provider.get("video-tasks")));
      assertThat(exporter.getFinishedSpanItems()).hasSize(1);
      SpanData span = exporter.getFinishedSpanItems().get(0);
      assertThat(span.getName()).isEqualTo("TASK_QUERY");
      assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
      assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
          .isEqualTo("REJECTED");
      assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
          .isEqualTo(400);
      assertThat(span.getEndEpochNanos()).isGreaterThanOrEqualTo(span.getStartEpochNanos());
    }
  }
}
