package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.SampleVideos;
import io.github.videotasks.ext.error.DownloadException;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.payload.Asset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests tasks with results of several forms and downloads their files. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DownloadedResultsTest {

  private static final DownloadOptions OPTIONS = DownloadOptions.defaults().withPrivateNetworks();
  private static final byte[] FIRST = SampleVideos.mp4(50_000, 1);
  private static final byte[] SECOND = SampleVideos.mp4(60_000, 2);

  @TempDir Path folder;
  private final MockWebServer server = new MockWebServer();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> fileRequests = new CopyOnWriteArrayList<>();
  private VideoTasks tasks;
  private String task = "";

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String target = request.getTarget();
            if (target.startsWith("/v1/video/query")) {
              return new MockResponse.Builder().body(task).build();
            }
            fileRequests.add(target);
            byte[] file = files.get(target);
            return file == null
                ? new MockResponse.Builder().code(410).build()
                : new MockResponse.Builder().body(new Buffer().write(file)).build();
          }
        });
    server.start();
    tasks = VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey("key").build();
  }

  @AfterEach
  void stop() {
    tasks.close();
    server.close();
  }

  /** Sets the response to the task; {@code HOST} in it stands for this server. */
  private void respondWith(String json) {
    task = json.replace("HOST", "http://127.0.0.1:" + server.getPort());
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"done\",\"video\":{\"url\":\"HOST/v.mp4\",\"duration\":6}}",
        "{\"id\":\"a\",\"status\":\"completed\",\"video\":\"HOST/v.mp4\"}",
        "{\"status\":\"succeeded\",\"content\":{\"video_url\":\"HOST/v.mp4\"}}",
        "{\"status\":\"succeeded\",\"output\":[\"HOST/v.mp4\"]}"
      })
  void downloadsUrlInTaskWithoutContentEndpoint(String json) {
    respondWith(json);
    files.put("/v.mp4", FIRST);
    Download file = tasks.downloads().result("a", folder, OPTIONS);
    assertThat(file.path()).isEqualTo(folder.resolve("a.mp4")).hasBinaryContent(FIRST);
    assertThat(fileRequests).containsExactly("/v.mp4");
  }

  @Test
  void downloadsAllVideosOfTask() {
    respondWith(
        "{\"status\":\"completed\",\"videos\":[{\"url\":\"HOST/1.mp4\"},{\"url\":\"HOST/2.mp4\"}]}");
    files.put("/1.mp4", FIRST);
    files.put("/2.mp4", SECOND);
    List<Download> all = tasks.downloads().all(tasks.get("a"), folder, OPTIONS);
    assertThat(all)
        .extracting(file -> file.kind() + " " + file.path().getFileName())
        .containsExactly("VIDEO a.mp4", "VIDEO a+video-2.mp4");
    assertThat(folder.resolve("a.mp4")).hasBinaryContent(FIRST);
    assertThat(folder.resolve("a+video-2.mp4")).hasBinaryContent(SECOND);
    assertThat(fileRequests).containsExactlyInAnyOrder("/1.mp4", "/2.mp4");
  }

  @ParameterizedTest
  @CsvSource({
    "'\u0089PNG\r\n\u001a\n', image/png, png",
    "'\u00ff\u00d8\u00ff\u00e0 pixels', image/jpeg, jpg",
    "'RIFF0000WEBPVP8 ', image/webp, webp",
    "GIF89a and pixels, image/gif, gif"
  })
  void downloadsImageOfImageTask(String content, String mediaType, String extension) {
    respondWith("{\"object\":\"image\",\"status\":\"completed\",\"url\":\"HOST/result\"}");
    files.put("/result", bytes(content));
    Download file = tasks.downloads().result("a", folder, OPTIONS);
    assertThat(file.kind()).isEqualTo(Asset.Kind.IMAGE);
    assertThat(file.mediaType()).isEqualTo(mediaType);
    assertThat(file.path())
        .isEqualTo(folder.resolve("a." + extension))
        .hasBinaryContent(bytes(content));
  }

  @Test
  void downloadsImageFromContentEndpoint() {
    respondWith("{\"object\":\"image\",\"status\":\"completed\"}");
    files.put("/v1/videos/a/content", bytes("GIF89a and pixels"));
    Download file = tasks.downloads().result("a", folder, OPTIONS);
    assertThat(file.kind()).isEqualTo(Asset.Kind.IMAGE);
    assertThat(file.path()).isEqualTo(folder.resolve("a.gif"));
  }

  @Test
  void acceptsNoVideoAsResultOfImageTaskWithoutUrl() {
    respondWith("{\"object\":\"image\",\"status\":\"completed\"}");
    files.put("/v1/videos/a/content", FIRST);
    assertUnexpectedFile();
  }

  @Test
  void acceptsNoImageAsResultOfVideoTask() {
    respondWith("{\"object\":\"video\",\"status\":\"completed\",\"video_url\":\"HOST/v\"}");
    files.put("/v", bytes("GIF89a and pixels"));
    assertUnexpectedFile();
  }

  private void assertUnexpectedFile() {
    DownloadException error =
        catchThrowableOfType(
            DownloadException.class, () -> tasks.downloads().result("a", folder, OPTIONS));
    assertThat(error.kind()).isEqualTo(ErrorKind.UNEXPECTED_FILE);
    assertThat(folder).isEmptyDirectory();
  }
}
