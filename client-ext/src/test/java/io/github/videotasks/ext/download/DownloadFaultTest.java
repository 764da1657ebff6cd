package io.github.videotasks.ext.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After every fault the file is complete and correct, or does not exist. */
class DownloadFaultTest {

  private static final byte[] VIDEO = SampleVideos.mp4(200_000, 1);
  private static final byte[] OTHER_VIDEO = SampleVideos.mp4(200_000, 2);
  private static final String HTML_PAGE = "<!DOCTYPE html><html>URL expired</html>";

  @TempDir Path folder;
  private final DownloadFixture fixture = new DownloadFixture();
  @AutoClose private final FileHost host = FileHost.serving(VIDEO);

  private Download download() {
    return fixture.download(host.url("/v"), folder, DownloadFixture.OPTIONS);
  }

  private VideoTasksException failure(DownloadOptions options) {
    return catchThrowableOfType(
        VideoTasksException.class, () -> fixture.download(host.url("/v"), folder, options));
  }

  private void assertOnlyFile(byte[] content) throws IOException {
    assertThat(DownloadFixture.fileNames(folder)).containsExactly("sora-2~task_1.mp4");
    assertThat(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(content);
  }

  private void assertFolderEmpty() throws IOException {
    assertThat(DownloadFixture.fileNames(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void resumesAfterBrokenConnection(int tenths) throws IOException {
    int cut = VIDEO.length * tenths / 10;
    host.enqueue(host.truncatedAfter(cut));
    Download file = download();
    assertOnlyFile(VIDEO);
    assertThat(file.sha256()).isEqualTo(Digests.sha256Hex(VIDEO));
    assertThat(file.requests()).isEqualTo(2);
    String range = cut == 0 ? "" : "bytes=" + (cut - BodyReceiver.OVERLAP_BYTES) + "-";
    assertThat(host.requests.get(1).header("range")).isEqualTo(range);
    assertThat(host.requests.get(1).header("if-range")).isEqualTo(cut == 0 ? "" : "\"v1\"");
  }

  @Test
  void resumesAfterRepeatedDisconnects() throws IOException {
    for (int i = 0; i < 9; i++) {
      host.enqueue(host.truncatedAfter(VIDEO.length / 10 + BodyReceiver.OVERLAP_BYTES));
    }
    assertThat(download().requests()).isEqualTo(10);
    assertOnlyFile(VIDEO);
  }

  @Test
  void failsAfterMaxFailures() throws IOException {
    for (int i = 0; i < 9; i++) {
      host.enqueue(host.truncatedAfter(0));
    }
    VideoTasksException error = failure(DownloadFixture.OPTIONS.withMaxFailures(2));
    assertThat(error.kind()).isEqualTo(ErrorKind.CONNECTION);
    assertThat(error.attempts()).isEqualTo(3);
    assertFolderEmpty();
  }

  @Test
  void restartsWhenFileChanged() throws IOException {
    host.enqueue(
        (request, out) -> {
          host.truncatedAfter(100_000).write(request, out);
          host.file = OTHER_VIDEO;
          host.validatorHeaders = "ETag: \"v2\"\r\n";
        });
    assertThat(download().sha256()).isEqualTo(Digests.sha256Hex(OTHER_VIDEO));
    assertOnlyFile(OTHER_VIDEO);
  }

  @Test
  void restartsWhenContentChangedUnderSameETag() throws IOException {
    host.enqueue(
        (request, out) -> {
          host.truncatedAfter(100_000).write(request, out);
          host.file = OTHER_VIDEO;
        });
    download();
    assertOnlyFile(OTHER_VIDEO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Range: bytes 0-199999/200000",
        "Content-Range: bytes 98976-199999/200001",
        "Content-Range: bytes 98976-199998/*\r\nETag: \"v2\"",
        "Content-Range: 98976-199999/200000",
        "Content-Range: bytes 98976-98975/200000",
        "X-None: 1",
      })
  void rejectsMismatchedContentRange(String headers) throws IOException {
    host.enqueue(host.truncatedAfter(100_000));
    host.enqueue(
        FileHost.rawResponse(
            "206 Partial\r\n" + headers + "\r\nContent-Length: 200000", new byte[200_000]));
    assertThat(download().requests()).isEqualTo(3);
    assertOnlyFile(VIDEO);
    assertThat(host.requests.get(2).header("range")).isEmpty();
  }

  @Test
  void acceptsFullResponseFromHostWithoutRanges() throws IOException {
    host.enqueue(host.truncatedAfter(100_000));
    host.enqueue(FileHost.rawResponse("200 OK\r\nETag: \"v1\"\r\nContent-Length: 200000", VIDEO));
    download();
    assertOnlyFile(VIDEO);
  }

  @Test
  void restartsAfterRangeNotSatisfiable() throws IOException {
    host.enqueue(host.truncatedAfter(100_000));
    host.enqueue(FileHost.statusResponse(416, "Content-Range: bytes */50000"));
    download();
    assertOnlyFile(VIDEO);
    assertThat(host.requests.get(2).header("range")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ETag: W/\"v1\" | ''",
        "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT | ''",
        "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT_Date: Thu, 01 Jan 2026 00:00:00 GMT | ''",
        "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT_Date: Thu, 01 Jan 2026 00:00:01 GMT | Thu, 01"
            + " Jan 2026 00:00:00 GMT",
        "ETag: W/\"v1\"_Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT_Date: Thu, 01 Jan 2026"
            + " 01:00:00 GMT | ''",
      })
  void resumesOnlyWithStrongValidator(String headers, String ifRange) throws IOException {
    host.validatorHeaders = headers.replace("_", "\r\n") + "\r\n";
    host.enqueue(host.truncatedAfter(100_000));
    download();
    assertOnlyFile(VIDEO);
    assertThat(host.requests.get(1).header("if-range")).isEqualTo(ifRange);
    assertThat(host.requests.get(1).header("range"))
        .isEqualTo(ifRange.isEmpty() ? "" : "bytes=98976-");
  }

  @Test
  void retriesWhenContentLengthIsTooShort() throws IOException {
    host.enqueue(FileHost.rawResponse("200 OK\r\nETag: \"v1\"\r\nContent-Length: 150000", VIDEO));
    download();
    assertOnlyFile(VIDEO);
  }

  @Test
  void retriesWhenContentLengthIsTooLong() throws IOException {
    host.enqueue(FileHost.rawResponse("200 OK\r\nETag: \"v1\"\r\nContent-Length: 200001", VIDEO));
    download();
    assertOnlyFile(VIDEO);
  }

  @Test
  void detectsTruncationWithoutContentLength() throws IOException {
    byte[] half = Arrays.copyOf(VIDEO, 100_000);
    host.enqueue(FileHost.rawResponse("200 OK", half));
    host.enqueue(FileHost.rawResponse("200 OK", VIDEO));
    download();
    assertOnlyFile(VIDEO);
  }

  @Test
  void failsWhenHostAlwaysServesTruncatedFile() throws IOException {
    host.file = Arrays.copyOf(VIDEO, 100_000);
    assertThat(failure(DownloadFixture.OPTIONS).kind()).isEqualTo(ErrorKind.BROKEN_FILE);
    assertThat(host.requests).hasSize(6);
    assertFolderEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void requestsNewUrlAfterExpiry(int status) throws IOException {
    host.enqueue(FileHost.statusResponse(status));
    fixture.gatewayTasks.add(DownloadFixture.finishedTask(host.url("/new")));
    download();
    assertOnlyFile(VIDEO);
    assertThat(host.requests.get(1).target()).isEqualTo("/new");
  }

  @Test
  void resumesAtNewUrlAfterExpiry() throws IOException {
    host.enqueue(host.truncatedAfter(100_000)).enqueue(FileHost.statusResponse(403));
    fixture.gatewayTasks.add(DownloadFixture.finishedTask(host.url("/new")));
    assertThat(download().requests()).isEqualTo(3);
    assertOnlyFile(VIDEO);
    assertThat(host.requests.get(2).header("range")).isEqualTo("bytes=98976-");
  }

  @Test
  void requestsNewUrlBeforeUsingExpiredOne() throws IOException {
    fixture.now = Instant.parse("2026-01-01T00:00:00Z");
    fixture.gatewayTasks.add(
        DownloadFixture.finishedTask(host.url("/new?se=2026-01-02T00%3A00%3A00Z")));
    fixture.download(host.url("/old?se=2025-12-31T00%3A00%3A00Z"), folder, DownloadFixture.OPTIONS);
    assertOnlyFile(VIDEO);
    assertThat(host.requests)
        .extracting(FileHost.ReceivedRequest::target)
        .singleElement()
        .asString()
        .startsWith("/new");
  }

  @Test
  void triesExpiredUrlWhenThereIsNoOther() throws IOException {
    String old = host.url("/old?Expires=1");
    fixture.gatewayTasks.add(DownloadFixture.finishedTask(old));
    fixture.download(old, folder, DownloadFixture.OPTIONS);
    assertOnlyFile(VIDEO);
    assertThat(fixture.taskRequests).isEqualTo(1);
  }

  @Test
  void failsWhenGatewayReturnsSameExpiredUrl() throws IOException {
    host.enqueue(FileHost.statusResponse(403));
    fixture.gatewayTasks.add(DownloadFixture.finishedTask(host.url("/v")));
    VideoTasksException error = failure(DownloadFixture.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.URL_EXPIRED);
    assertThat(error.httpStatus()).isEqualTo(403);
    assertFolderEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "text/html,       <!DOCTYPE html><html>",
    "video/mp4,       <!DOCTYPE html><html>",
    "video/mp4,       {\"error\":{\"message\":\"expired\"}}",
    "application/xml, <?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>",
    "video/mp4,       GIF89a",
    "video/mp4,       ''",
  })
  void rejectsNonVideoWhateverItsMediaType(String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    host.enqueue(
        FileHost.rawResponse(
            "200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length, bytes));
    VideoTasksException error = failure(DownloadFixture.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.UNEXPECTED_FILE);
    assertThat(error).hasMessageStartingWith("127.0.0.1: expected a video by its first bytes");
    assertThat(host.requests).hasSize(1);
    assertFolderEmpty();
  }

  @Test
  void acceptsVideoDeclaredAsHtml() throws IOException {
    host.validatorHeaders = "Content-Type: text/html\r\n";
    assertThat(download().mediaType()).isEqualTo("video/mp4");
    assertOnlyFile(VIDEO);
  }

  @Test
  void keepsExistingFileUntilNewOneIsComplete() throws IOException {
    download();
    host.file = HTML_PAGE.getBytes(StandardCharsets.UTF_8);
    failure(DownloadFixture.OPTIONS);
    assertOnlyFile(VIDEO);
    host.file = OTHER_VIDEO;
    download();
    assertOnlyFile(OTHER_VIDEO);
  }

  @Test
  void verifiesExpectedLengthAndDigest() throws IOException {
    DownloadOptions matching =
        DownloadFixture.OPTIONS
            .withExpectedBytes(VIDEO.length)
            .withExpectedSha256(Digests.sha256Hex(VIDEO));
    fixture.download(host.url("/v"), folder, matching);
    assertOnlyFile(VIDEO);
    DownloadOptions otherDigest =
        DownloadFixture.OPTIONS
            .withExpectedSha256(Digests.sha256Hex(OTHER_VIDEO))
            .withMaxFailures(0);
    VideoTasksException error = failure(otherDigest);
    assertThat(error)
        .hasMessageContaining(
            "expected SHA-256 "
                + Digests.sha256Hex(OTHER_VIDEO)
                + ", found "
                + Digests.sha256Hex(VIDEO));
    assertThat(failure(DownloadFixture.OPTIONS.withExpectedBytes(1)).kind())
        .isEqualTo(ErrorKind.BROKEN_FILE);
    assertOnlyFile(VIDEO);
  }

  @Test
  void stopsAtMaxBytes() throws IOException {
    assertThat(failure(DownloadFixture.OPTIONS.withMaxBytes(199_999)).kind())
        .isEqualTo(ErrorKind.TOO_LARGE);
    host.enqueue(FileHost.rawResponse("200 OK", VIDEO));
    assertThat(failure(DownloadFixture.OPTIONS.withMaxBytes(100_000)).kind())
        .isEqualTo(ErrorKind.TOO_LARGE);
    assertFolderEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "408, SERVER_ERROR",
    "425, SERVER_ERROR",
    "429, RATE_LIMITED",
    "500, SERVER_ERROR",
    "503, SERVER_ERROR",
  })
  void retriesTransientFailures(int status, ErrorKind kind) throws IOException {
    host.enqueue(FileHost.statusResponse(status))
        .enqueue(FileHost.statusResponse(status, "Retry-After: 7"));
    download();
    assertOnlyFile(VIDEO);
    host.enqueue(FileHost.statusResponse(status));
    assertThat(failure(DownloadFixture.OPTIONS.withMaxFailures(0)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304, 402, 405, 451})
  void failsOnPermanentStatus(int status) throws IOException {
    host.enqueue(FileHost.statusResponse(status));
    VideoTasksException error = failure(DownloadFixture.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.REJECTED);
    assertThat(error.httpStatus()).isEqualTo(status);
    assertFolderEmpty();
  }

  @Test
  void rejectsUnrequestedRange() throws IOException {
    host.enqueue(
        FileHost.rawResponse("206 Partial\r\nContent-Range: bytes 0-199999/200000", VIDEO));
    assertThat(download().requests()).isEqualTo(2);
    assertOnlyFile(VIDEO);
  }

  @Test
  void rejectsContentEncoding() throws IOException {
    host.enqueue(
        FileHost.rawResponse("200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 200000", VIDEO));
    assertThat(failure(DownloadFixture.OPTIONS).kind()).isEqualTo(ErrorKind.UNEXPECTED_FILE);
    assertThat(host.requests.get(0).header("accept-encoding")).isEqualTo("identity");
    assertFolderEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -5",
        "Content-Length: 99999999999999999999",
        "Content-Length: x",
        "Transfer-Encoding: chunked\r\nX: broken chunks follow",
      })
  void survivesMalformedHeaders(String header) throws IOException {
    host.enqueue(
        FileHost.rawResponse("200 OK\r\n" + header, "zz".getBytes(StandardCharsets.UTF_8)));
    assertThat(failure(DownloadFixture.OPTIONS.withMaxFailures(0)).kind())
        .isIn(ErrorKind.CONNECTION, ErrorKind.UNEXPECTED_FILE);
    assertFolderEmpty();
    download();
    assertOnlyFile(VIDEO);
  }

  /** OkHttp reads a chunk extension completely into memory. */
  @Test
  void limitsChunkExtensionSize() throws IOException {
    byte[] extension = new byte[1 << 20];
    Arrays.fill(extension, (byte) 'x');
    AtomicInteger mebibytes = new AtomicInteger();
    host.enqueue(
        (request, out) -> {
          FileHost.rawResponse("200 OK\r\nTransfer-Encoding: chunked", new byte[0])
              .write(request, out);
          out.write("5;".getBytes(StandardCharsets.US_ASCII));
          while (mebibytes.incrementAndGet() < 500) {
            out.write(extension);
          }
        });
    VideoTasksException error = failure(DownloadFixture.OPTIONS.withMaxFailures(0));
    assertThat(error.kind()).isEqualTo(ErrorKind.CONNECTION);
    assertThat(error).hasMessageContaining("(ProtocolException)");
    assertThat(mebibytes).hasValueLessThan(100);
    assertFolderEmpty();
  }

  @Test
  void rejectsUnfinishedTask() {
    assertThatThrownBy(
            () ->
                fixture.join(
                    fixture
                        .downloader()
                        .resultAsync(
                            DownloadFixture.taskState("{\"status\":\"processing\"}"),
                            folder,
                            DownloadFixture.OPTIONS)))
        .hasMessage(
            "expected a finished task, found TaskState[sora-2:task_1, RUNNING (processing)];"
                + " wait for its end with await(…) first");
  }
}
