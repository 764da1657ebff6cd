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

/** After every fault the file is whole and right, or not there. */
class DownloadFaultTest {

  private static final byte[] FILM = Films.mp4(200_000, 1);
  private static final byte[] OTHER = Films.mp4(200_000, 2);
  private static final String HTML_PAGE = "<!DOCTYPE html><html>expired, says the host</html>";

  @TempDir Path folder;
  private final Desk desk = new Desk();
  @AutoClose private final FileHost host = FileHost.serving(FILM);

  private Download fetch() {
    return desk.fetch(host.address("/v"), folder, Desk.OPTIONS);
  }

  private VideoTasksException failure(DownloadOptions options) {
    return catchThrowableOfType(
        VideoTasksException.class, () -> desk.fetch(host.address("/v"), folder, options));
  }

  private void hasOnly(byte[] content) throws IOException {
    assertThat(Desk.names(folder)).containsExactly("sora-2~task_1.mp4");
    assertThat(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(content);
  }

  private void hasNothing() throws IOException {
    assertThat(Desk.names(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void goesOnWhereAConnectionBreaks(int tenths) throws IOException {
    int cut = FILM.length * tenths / 10;
    host.then(host.cutAfter(cut));
    Download file = fetch();
    hasOnly(FILM);
    assertThat(file.sha256()).isEqualTo(Digests.hex(FILM));
    assertThat(file.requests()).isEqualTo(2);
    String range = cut == 0 ? "" : "bytes=" + (cut - Receiver.OVERLAP) + "-";
    assertThat(host.asked.get(1).header("range")).isEqualTo(range);
    assertThat(host.asked.get(1).header("if-range")).isEqualTo(cut == 0 ? "" : "\"v1\"");
  }

  @Test
  void survivesACutAtEveryTenthOfTheFile() throws IOException {
    for (int i = 0; i < 9; i++) {
      host.then(host.cutAfter(FILM.length / 10 + Receiver.OVERLAP));
    }
    assertThat(fetch().requests()).isEqualTo(10);
    hasOnly(FILM);
  }

  @Test
  void givesUpAfterTheFailuresThatAreAllowed() throws IOException {
    for (int i = 0; i < 9; i++) {
      host.then(host.cutAfter(0));
    }
    VideoTasksException error = failure(Desk.OPTIONS.withMaxFailures(2));
    assertThat(error.kind()).isEqualTo(ErrorKind.CONNECTION);
    assertThat(error.attempts()).isEqualTo(3);
    hasNothing();
  }

  @Test
  void beginsAnewWhenTheFileHasChanged() throws IOException {
    host.then(
        (asked, to) -> {
          host.cutAfter(100_000).write(asked, to);
          host.file = OTHER;
          host.validators = "ETag: \"v2\"\r\n";
        });
    assertThat(fetch().sha256()).isEqualTo(Digests.hex(OTHER));
    hasOnly(OTHER);
  }

  @Test
  void beginsAnewWhenTheContentHasChangedUnderTheSameTag() throws IOException {
    host.then(
        (asked, to) -> {
          host.cutAfter(100_000).write(asked, to);
          host.file = OTHER;
        });
    fetch();
    hasOnly(OTHER);
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
  void refusesAPartThatDoesNotFit(String headers) throws IOException {
    host.then(host.cutAfter(100_000));
    host.then(
        FileHost.raw(
            "206 Partial\r\n" + headers + "\r\nContent-Length: 200000", new byte[200_000]));
    assertThat(fetch().requests()).isEqualTo(3);
    hasOnly(FILM);
    assertThat(host.asked.get(2).header("range")).isEmpty();
  }

  @Test
  void takesTheWholeFileFromAHostWithoutRanges() throws IOException {
    host.then(host.cutAfter(100_000));
    host.then(FileHost.raw("200 OK\r\nETag: \"v1\"\r\nContent-Length: 200000", FILM));
    fetch();
    hasOnly(FILM);
  }

  @Test
  void beginsAnewWhenTheHostHasNoRest() throws IOException {
    host.then(host.cutAfter(100_000));
    host.then(FileHost.status(416, "Content-Range: bytes */50000"));
    fetch();
    hasOnly(FILM);
    assertThat(host.asked.get(2).header("range")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ETag: W/\"v1\" | ''",
        "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT | ''",
        "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT_Date: Thu, 01 Jan 2026 00:00:00 GMT | ''",
        "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT_Date: Thu, 01 Jan 2026 00:00:01 GMT | Thu, 01 Jan 2026 00:00:00 GMT",
        "ETag: W/\"v1\"_Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT_Date: Thu, 01 Jan 2026 01:00:00 GMT | ''",
      })
  void resumesWithAStrongValidatorOnly(String headers, String ifRange) throws IOException {
    host.validators = headers.replace("_", "\r\n") + "\r\n";
    host.then(host.cutAfter(100_000));
    fetch();
    hasOnly(FILM);
    assertThat(host.asked.get(1).header("if-range")).isEqualTo(ifRange);
    assertThat(host.asked.get(1).header("range"))
        .isEqualTo(ifRange.isEmpty() ? "" : "bytes=98976-");
  }

  @Test
  void doesNotTrustALengthThatIsTooShort() throws IOException {
    host.then(FileHost.raw("200 OK\r\nETag: \"v1\"\r\nContent-Length: 150000", FILM));
    fetch();
    hasOnly(FILM);
  }

  @Test
  void doesNotTrustALengthThatIsTooLong() throws IOException {
    host.then(FileHost.raw("200 OK\r\nETag: \"v1\"\r\nContent-Length: 200001", FILM));
    fetch();
    hasOnly(FILM);
  }

  @Test
  void findsACutWithoutAnyLength() throws IOException {
    byte[] half = Arrays.copyOf(FILM, 100_000);
    host.then(FileHost.raw("200 OK", half));
    host.then(FileHost.raw("200 OK", FILM));
    fetch();
    hasOnly(FILM);
  }

  @Test
  void endsWhenTheHostNeverServesTheWholeFile() throws IOException {
    host.file = Arrays.copyOf(FILM, 100_000);
    assertThat(failure(Desk.OPTIONS).kind()).isEqualTo(ErrorKind.BROKEN_FILE);
    assertThat(host.asked).hasSize(6);
    hasNothing();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void asksForANewAddressWhenTheOldOneHasExpired(int status) throws IOException {
    host.then(FileHost.status(status));
    desk.answers.add(Desk.finished(host.address("/new")));
    fetch();
    hasOnly(FILM);
    assertThat(host.asked.get(1).target()).isEqualTo("/new");
  }

  @Test
  void goesOnAtTheNewAddressWhereTheOldOneExpired() throws IOException {
    host.then(host.cutAfter(100_000)).then(FileHost.status(403));
    desk.answers.add(Desk.finished(host.address("/new")));
    assertThat(fetch().requests()).isEqualTo(3);
    hasOnly(FILM);
    assertThat(host.asked.get(2).header("range")).isEqualTo("bytes=98976-");
  }

  @Test
  void asksForANewAddressBeforeOneThatSaysItHasEnded() throws IOException {
    desk.now = Instant.parse("2026-01-01T00:00:00Z");
    desk.answers.add(Desk.finished(host.address("/new?se=2026-01-02T00%3A00%3A00Z")));
    desk.fetch(host.address("/old?se=2025-12-31T00%3A00%3A00Z"), folder, Desk.OPTIONS);
    hasOnly(FILM);
    assertThat(host.asked)
        .extracting(FileHost.Asked::target)
        .singleElement()
        .asString()
        .startsWith("/new");
  }

  @Test
  void triesAnAddressThatSaysItHasEndedIfThereIsNoOther() throws IOException {
    String old = host.address("/old?Expires=1");
    desk.answers.add(Desk.finished(old));
    desk.fetch(old, folder, Desk.OPTIONS);
    hasOnly(FILM);
    assertThat(desk.asked).isEqualTo(1);
  }

  @Test
  void endsWhenTheGatewayHasNoOtherAddress() throws IOException {
    host.then(FileHost.status(403));
    desk.answers.add(Desk.finished(host.address("/v")));
    VideoTasksException error = failure(Desk.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.ADDRESS_EXPIRED);
    assertThat(error.httpStatus()).isEqualTo(403);
    hasNothing();
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
  void refusesWhatIsNoVideoWhateverItIsCalled(String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    host.then(
        FileHost.raw(
            "200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length, bytes));
    VideoTasksException error = failure(Desk.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.UNEXPECTED_FILE);
    assertThat(error).hasMessageStartingWith("127.0.0.1: expected a video by its first bytes");
    assertThat(host.asked).hasSize(1);
    hasNothing();
  }

  @Test
  void takesAVideoThatIsCalledAPage() throws IOException {
    host.validators = "Content-Type: text/html\r\n";
    assertThat(fetch().mediaType()).isEqualTo("video/mp4");
    hasOnly(FILM);
  }

  @Test
  void leavesTheFileOfBeforeAloneUntilTheNewOneIsWhole() throws IOException {
    fetch();
    host.file = HTML_PAGE.getBytes(StandardCharsets.UTF_8);
    failure(Desk.OPTIONS);
    hasOnly(FILM);
    host.file = OTHER;
    fetch();
    hasOnly(OTHER);
  }

  @Test
  void checksWhatTheCallerExpects() throws IOException {
    DownloadOptions right =
        Desk.OPTIONS.withExpectedBytes(FILM.length).withExpectedSha256(Digests.hex(FILM));
    desk.fetch(host.address("/v"), folder, right);
    hasOnly(FILM);
    DownloadOptions wrong = Desk.OPTIONS.withExpectedSha256(Digests.hex(OTHER)).withMaxFailures(0);
    VideoTasksException error = failure(wrong);
    assertThat(error)
        .hasMessageContaining(
            "expected SHA-256 " + Digests.hex(OTHER) + ", found " + Digests.hex(FILM));
    assertThat(failure(Desk.OPTIONS.withExpectedBytes(1)).kind()).isEqualTo(ErrorKind.BROKEN_FILE);
    hasOnly(FILM);
  }

  @Test
  void stopsAtTheLargestSizeAllowed() throws IOException {
    assertThat(failure(Desk.OPTIONS.withMaxBytes(199_999)).kind()).isEqualTo(ErrorKind.TOO_LARGE);
    host.then(FileHost.raw("200 OK", FILM));
    assertThat(failure(Desk.OPTIONS.withMaxBytes(100_000)).kind()).isEqualTo(ErrorKind.TOO_LARGE);
    hasNothing();
  }

  @ParameterizedTest
  @CsvSource({
    "408, SERVER_ERROR",
    "425, SERVER_ERROR",
    "429, RATE_LIMITED",
    "500, SERVER_ERROR",
    "503, SERVER_ERROR",
  })
  void comesAgainAfterAPassingFailure(int status, ErrorKind kind) throws IOException {
    host.then(FileHost.status(status)).then(FileHost.status(status, "Retry-After: 7"));
    fetch();
    hasOnly(FILM);
    host.then(FileHost.status(status));
    assertThat(failure(Desk.OPTIONS.withMaxFailures(0)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304, 402, 405, 451})
  void endsAtAnAnswerThatNoRequestWillChange(int status) throws IOException {
    host.then(FileHost.status(status));
    VideoTasksException error = failure(Desk.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.REJECTED);
    assertThat(error.httpStatus()).isEqualTo(status);
    hasNothing();
  }

  @Test
  void takesNoPartThatItDidNotAskFor() throws IOException {
    host.then(FileHost.raw("206 Partial\r\nContent-Range: bytes 0-199999/200000", FILM));
    assertThat(fetch().requests()).isEqualTo(2);
    hasOnly(FILM);
  }

  @Test
  void refusesAFileThatIsPacked() throws IOException {
    host.then(FileHost.raw("200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 200000", FILM));
    assertThat(failure(Desk.OPTIONS).kind()).isEqualTo(ErrorKind.UNEXPECTED_FILE);
    assertThat(host.asked.get(0).header("accept-encoding")).isEqualTo("identity");
    hasNothing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -5",
        "Content-Length: 99999999999999999999",
        "Content-Length: x",
        "Transfer-Encoding: chunked\r\nX: broken chunks follow",
      })
  void survivesNonsense(String header) throws IOException {
    host.then(FileHost.raw("200 OK\r\n" + header, "zz".getBytes(StandardCharsets.UTF_8)));
    assertThat(failure(Desk.OPTIONS.withMaxFailures(0)).kind())
        .isIn(ErrorKind.CONNECTION, ErrorKind.UNEXPECTED_FILE);
    hasNothing();
    fetch();
    hasOnly(FILM);
  }

  /** The HTTP library reads it into memory, to its end. */
  @Test
  void hearsNoEndlessTalkBesideAChunk() throws IOException {
    byte[] talk = new byte[1 << 20];
    Arrays.fill(talk, (byte) 'x');
    AtomicInteger mebibytes = new AtomicInteger();
    host.then(
        (asked, to) -> {
          FileHost.raw("200 OK\r\nTransfer-Encoding: chunked", new byte[0]).write(asked, to);
          to.write("5;".getBytes(StandardCharsets.US_ASCII));
          while (mebibytes.incrementAndGet() < 500) {
            to.write(talk);
          }
        });
    VideoTasksException error = failure(Desk.OPTIONS.withMaxFailures(0));
    assertThat(error.kind()).isEqualTo(ErrorKind.CONNECTION);
    assertThat(error).hasMessageContaining("(ProtocolException)");
    assertThat(mebibytes).hasValueLessThan(100);
    hasNothing();
  }

  @Test
  void refusesATaskWithoutAFinishedVideo() {
    assertThatThrownBy(
            () ->
                desk.join(
                    desk.downloader()
                        .resultAsync(
                            Desk.state("{\"status\":\"processing\"}"), folder, Desk.OPTIONS)))
        .hasMessage(
            "expected a finished task, found TaskState[sora-2:task_1, RUNNING (processing)];"
                + " wait for its end with await(…) first");
  }
}
