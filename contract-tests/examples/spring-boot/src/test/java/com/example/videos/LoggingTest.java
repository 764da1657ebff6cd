package com.example.videos;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.videotasks.ext.VideoTasks;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import kotlin.KotlinVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = "video-tasks.api-key=any-key-of-a-test")
@ActiveProfiles("debug")
@ExtendWith(OutputCaptureExtension.class)
class LoggingTest {

  @Autowired private VideoTasks tasks;

  @DynamicPropertySource
  static void gateway(DynamicPropertyRegistry registry) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] task = "{\"status\":\"queued\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, task.length);
          exchange.getResponseBody().write(task);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    registry.add("video-tasks.base-url", () -> url);
  }

  @Test
  void logsAttemptWithTheLevelOfBoot(CapturedOutput output) {
    tasks.get("sora-2:task_1");

    assertThat(output)
        .containsPattern("DEBUG .*RetryingRequest +: task sora-2:task_1: HTTP 200, attempt 1")
        .doesNotContain("any-key-of-a-test");
  }

  @Test
  void resolvesTheKotlinVersionOfVideoTasks() {
    assertThat(KotlinVersion.CURRENT).hasToString(System.getProperty("expected.kotlin.version"));
  }
}
