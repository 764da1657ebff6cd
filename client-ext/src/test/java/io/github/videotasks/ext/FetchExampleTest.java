package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.DownloadProgress;
import io.github.videotasks.ext.download.SampleVideos;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the example of a fetch in the guides. */
class FetchExampleTest {

  private static Path fetch(VideoTasks tasks, String id, Path folder, DownloadOptions options) {
    // README: begin
    FetchListener listener =
        new FetchListener() {
          @Override
          public void onChange(TaskState state) {
            System.out.println(state);
          }

          @Override
          public void onProgress(DownloadProgress progress) {
            System.out.println(progress.bytes() + " bytes");
          }
        };
    WaitPolicy policy = WaitPolicy.defaults().withDeadline(Duration.ofMinutes(20)); // for both
    Download video = tasks.fetch(id, folder, policy, options, listener);
    // README: end
    return video.path();
  }

  @Test
  void matchesReadme() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/io/github/videotasks/ext/FetchExampleTest.java"));
    String marked = source.split("// README: (begin|end)\\R?", 3)[1].stripIndent().strip();
    assertThat(Files.readString(Path.of("DOWNLOADS.md"))).contains("```java\n" + marked + "\n```");
  }

  @Test
  void runs(@TempDir Path folder) throws Exception {
    byte[] video = SampleVideos.mp4(100_000, 1);
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(
          new MockResponse.Builder()
              .body("{\"status\":\"completed\",\"video_url\":\"" + server.url("/v.mp4") + "\"}")
              .build());
      server.enqueue(new MockResponse.Builder().body(new Buffer().write(video)).build());
      try (VideoTasks tasks =
          VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey("key").build()) {
        DownloadOptions options = DownloadOptions.defaults().withPrivateNetworks();
        assertThat(fetch(tasks, "a", folder, options)).hasBinaryContent(video);
      }
    }
  }
}
