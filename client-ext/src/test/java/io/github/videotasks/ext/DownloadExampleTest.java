package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.SampleVideos;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the download example of the guides. */
class DownloadExampleTest {

  private static Path fetch(String baseUrl, String key, String id, Path folder) {
    // README: begin
    try (VideoTasks tasks = VideoTasks.builder().baseUrl(baseUrl).apiKey(key).build()) {
      TaskState task = tasks.await(id); // polls until the task ends, at most 30 minutes
      DownloadOptions options =
          DownloadOptions.defaults()
              .withPrivateNetworks() // for files on this machine; leave it out elsewhere
              .withListener(progress -> System.out.println(progress.bytes() + " bytes"));
      Download video = tasks.downloads().result(task, folder, options);
      System.out.println(video.path() + " " + video.mediaType() + " " + video.sha256());
      return video.path();
    }
    // README: end
  }

  @Test
  void matchesReadme() throws IOException {
    String source =
        Files.readString(
            Path.of("src/test/java/io/github/videotasks/ext/DownloadExampleTest.java"));
    String marked = source.split("// README: (begin|end)\\R?", 3)[1].stripIndent().strip();
    assertThat(Files.readString(Path.of("DOWNLOADS.md"))).contains("```java\n" + marked + "\n```");
  }

  @Test
  void runs(@TempDir Path folder) throws Exception {
    byte[] video = SampleVideos.mp4(100_000, 1);
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      String fileUrl = server.url("/file?sig=a%2Fb%2Bc%3D").toString();
      server.enqueue(
          new MockResponse.Builder()
              .body("{\"status\":\"completed\",\"video_url\":\"" + fileUrl + "\"}")
              .build());
      server.enqueue(new MockResponse.Builder().body(new Buffer().write(video)).build());
      Path file = fetch(server.url("/").toString(), "key", "sora-2:task_1", folder);
      assertThat(file).isEqualTo(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(video);
      assertThat(folder).isDirectoryNotContaining("glob:**.part*");
      server.takeRequest();
      assertThat(server.takeRequest().getTarget()).isEqualTo("/file?sig=a%2Fb%2Bc%3D");
    }
  }
}
