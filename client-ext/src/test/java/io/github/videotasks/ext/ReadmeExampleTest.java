package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

/** Compiles and runs the first Java example of the README. */
class ReadmeExampleTest {

  private static String follow(String baseUrl, String key, String id) {
    // README: begin
    try (VideoTasks tasks = VideoTasks.builder().baseUrl(baseUrl).apiKey(key).build()) {
      TaskState task = tasks.await(id); // polls until the task ends, at most 30 minutes
      System.out.println(task.stage() + " " + task.result() + " " + task.failure());
      return task.detail()
          .match( // on Java 21 and in Kotlin: an exhaustive switch over the sealed Detail
              waiting -> "waiting: " + waiting.pendingInfo(),
              finished -> "finished: " + finished.draftInfo(),
              veo -> "veo, running: " + veo.isRunning(),
              unknown -> "unknown detail");
    }
    // README: end
  }

  @Test
  void matchesReadme() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/io/github/videotasks/ext/ReadmeExampleTest.java"));
    String marked = source.split("// README: (begin|end)\\R?", 3)[1].stripIndent().strip();
    assertThat(Files.readString(Path.of("../README.md"))).contains("```java\n" + marked + "\n```");
  }

  @Test
  void runs() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .body(
                  "{\"status\":\"completed\",\"video_url\":\"https://a/v.mp4\",\"detail\":{\"draft_info\":{\"kind\":\"sora_draft\"}}}")
              .build());
      String url = server.url("/").toString();
      assertThat(follow(url, "key", "sora-2:task_1")).isEqualTo("finished: Draft[no id]");
    }
  }
}
