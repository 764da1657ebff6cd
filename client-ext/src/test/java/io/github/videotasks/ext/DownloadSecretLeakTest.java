package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.download.DownloadOptions;
import io.github.videotasks.ext.download.SampleVideos;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants a signed URL and an API key in every place that a file host controls, with all logging
 * enabled. Neither may occur in a log line, a message, a stack trace, a toString, a file name or a
 * file beside the video.
 */
class DownloadSecretLeakTest {

  private static final String TOKEN = "canary-token-4711-0815";
  private static final String SIGNATURE = "canarySignature%2B4711";
  private static final String ALL = TOKEN + " https://f.example/v?sig=" + SIGNATURE;
  private static final byte[] VIDEO = SampleVideos.mp4(50_000, 1);

  @TempDir Path folder;
  private final MockWebServer server = new MockWebServer();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final RecordingLogHandler logs = new RecordingLogHandler(seen);

  @BeforeEach
  void start() throws IOException {
    logs.start();
    server.start();
  }

  @AfterEach
  void stop() {
    logs.close();
    server.close();
  }

  private String signedUrl() {
    return server.url("/v") + "?se=2020-01-01T00%3A00%3A00Z&sig=" + SIGNATURE;
  }

  /** Downloads from the content endpoint of the gateway, whose responses are quoted in messages. */
  private void downloadContent(DownloadOptions options, MockResponse response) {
    server.enqueue(new MockResponse.Builder().body("{\"status\":\"completed\"}").build());
    server.enqueue(response);
    recordDownload(options);
  }

  /** Enqueues the task, the responses for the file, and the task again for a new URL. */
  private void download(String fileUrl, DownloadOptions options, MockResponse... responses) {
    MockResponse task =
        new MockResponse.Builder()
            .body("{\"status\":\"completed\",\"video_url\":\"" + fileUrl + "\"}")
            .build();
    server.enqueue(task);
    server.enqueue(task);
    Stream.of(responses).forEach(server::enqueue);
    server.enqueue(task);
    recordDownload(options);
  }

  private void recordDownload(DownloadOptions options) {
    try (VideoTasks tasks =
        VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey(TOKEN).build()) {
      seen.add(String.valueOf(tasks.downloads()));
      seen.add(String.valueOf(tasks.downloads().result("a", folder, options)));
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      seen.add(trace.toString());
    }
    server.setDispatcher(new mockwebserver3.QueueDispatcher());
  }

  private static MockResponse.Builder response(int status) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", ALL)
        .addHeader("Content-Disposition", "attachment; filename=\"../" + TOKEN + ".mp4\"")
        .addHeader("ETag", "\"" + TOKEN + "\"")
        .addHeader("Retry-After", ALL)
        .addHeader("X-Request-Id", ALL);
  }

  @Test
  void leaksNoSecret() throws IOException {
    DownloadOptions options = DownloadOptions.defaults().withPrivateNetworks().withMaxFailures(0);
    seen.add(options.toString());
    for (int status : new int[] {200, 204, 206, 304, 400, 401, 403, 404, 416, 429, 500, 503}) {
      download(signedUrl(), options, response(status).body(ALL).build());
      download(
          signedUrl(), options, response(status).status("HTTP/1.1 " + status + " " + ALL).build());
    }
    download(signedUrl(), options, response(200).body(new Buffer().write(VIDEO)).build());
    download(signedUrl(), options, response(302).addHeader("Location", signedUrl()).build());
    download(signedUrl(), options, response(302).addHeader("Location", "ftp://" + ALL).build());
    download(signedUrl(), options, response(302).addHeader("Location", "http://%" + ALL).build());
    download(signedUrl(), options, response(200).status("BROKEN " + ALL).build());
    download(
        signedUrl(),
        options,
        response(200)
            .removeHeader("ETag")
            .addHeader("Content-Length", ALL)
            // Without a valid length the body ends with the connection.
            .onResponseEnd(new SocketEffect.CloseSocket())
            .build());
    download(signedUrl(), DownloadOptions.defaults());
    download(signedUrl(), DownloadOptions.defaults().withPlainHttp());
    download("https://" + TOKEN + "@f.example/v?sig=" + SIGNATURE, options);
    download("http://[" + SIGNATURE, options);
    download("https://127.0.0.1:1/v?sig=" + SIGNATURE, options);

    List<String> output = List.of(seen.toArray(String[]::new));
    assertThat(output)
        .anyMatch(text -> text.contains("expected https, found http"))
        .anyMatch(text -> text.startsWith("Download[") && text.contains("a.mp4"))
        .anyMatch(text -> text.contains("\tat io.github.videotasks.ext.download"));
    assertThat(output)
        .noneMatch(text -> text.contains(TOKEN))
        .noneMatch(text -> text.contains("canarySignature"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName()))).containsExactly("a.mp4");
    }
  }

  @Test
  void leaksNoSecretThatContentEndpointSends() {
    // Shorter than the first pause, so that a file that is not ready ends the download at once.
    DownloadOptions options =
        DownloadOptions.defaults()
            .withPrivateNetworks()
            .withMaxFailures(0)
            .withTimeout(Duration.ofMillis(450));
    String error =
        "{\"error\":{\"message\":\"%1$s\",\"code\":\"%1$s\",\"request_id\":\"%1$s\"}}"
            .formatted(ALL);
    String link = "{\"download_url\":\"https://127.0.0.1:1/" + TOKEN + "?sig=" + SIGNATURE + "\"}";
    for (int status : new int[] {200, 202, 400, 401, 403, 404, 409, 410, 418, 429, 500}) {
      for (String body : new String[] {ALL, error, link, "[\"" + ALL + "\"]"}) {
        downloadContent(options, response(status).body(body).build());
      }
    }

    List<String> output = List.of(seen.toArray(String[]::new));
    assertThat(output)
        .anyMatch(text -> text.contains("found it is not ready"))
        .anyMatch(text -> text.contains("found JSON without the URL of a file"))
        .noneMatch(text -> text.contains(TOKEN))
        .noneMatch(text -> text.contains("canarySignature"));
  }
}
