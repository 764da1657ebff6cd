package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskFailure;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses in other content encodings and charsets. */
class ResponseEncodingTest {

  private static final String KEY = "canary-token-4711";
  private static final CallOptions SINGLE_REQUEST = CallOptions.defaults().withMaxRequests(1);

  /** The JSON object {@code {}} in Brotli. */
  private static final ByteString BROTLI = ByteString.decodeHex("0b00807b7d03");

  private static final ByteString ZSTD = ByteString.decodeHex("28b52ffd2002110000" + "7b7d");

  private static final String TASK =
      "{\"id\":\"a\",\"status\":\"failed\",\"error\":{\"message\":\"";
  private static final String REASON = "\u4e00\u4e2a\u4efb\u52a1\u5931\u8d25";

  private final MockWebServer server = new MockWebServer();
  private VideoTasks tasks;

  @BeforeEach
  void start() throws IOException {
    server.start();
    tasks = VideoTasks.builder().baseUrl(server.url("/").toString()).apiKey(KEY).build();
  }

  @AfterEach
  void stop() {
    tasks.close();
    server.close();
  }

  private static MockResponse.Builder response(int status, ByteString body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(new Buffer().write(body));
  }

  private VideoTasksException error(MockResponse.Builder response) {
    server.enqueue(response.build());
    return catchThrowableOfType(VideoTasksException.class, () -> tasks.get("a", SINGLE_REQUEST));
  }

  @ParameterizedTest
  @CsvSource({"br", "zstd", "deflate", "'gzip, br'"})
  void namesUnsupportedContentEncoding(String encoding) {
    VideoTasksException error =
        error(response(200, BROTLI).setHeader("Content-Encoding", encoding));

    assertThat(error.kind()).isEqualTo(ErrorKind.UNREADABLE_RESPONSE);
    assertThat(error)
        .hasMessageStartingWith(
            "expected a task as JSON, found a body in Content-Encoding '"
                + encoding
                + "', which this client cannot read; make the gateway, or the proxy before it, obey"
                + " Accept-Encoding [HTTP 200; ");
  }

  @Test
  void namesUnsupportedContentEncodingOfErrorResponse() {
    VideoTasksException error = error(response(400, ZSTD).setHeader("Content-Encoding", "zstd"));

    assertThat(error.kind()).isEqualTo(ErrorKind.REJECTED);
    assertThat(error)
        .hasMessageContaining(
            ": a body in Content-Encoding 'zstd', which this client cannot read [HTTP 400; ");
  }

  @Test
  void masksContentEncoding() {
    VideoTasksException error = error(response(200, BROTLI).setHeader("Content-Encoding", KEY));

    assertThat(error).hasMessageContaining("Content-Encoding '…'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "IDENTITY", "", " ", "br"})
  void readsPlainBodyWhateverTheHeaderSays(String encoding) {
    ByteString body = ByteString.encodeUtf8("{\"id\":\"a\",\"status\":\"queued\"}");
    server.enqueue(response(200, body).setHeader("Content-Encoding", encoding).build());

    assertThat(tasks.get("a", SINGLE_REQUEST).stage()).isEqualTo(Stage.QUEUED);
  }

  @Test
  void doesNotBlameIdentityForTextThatIsNotJson() {
    VideoTasksException error =
        error(
            response(200, ByteString.encodeUtf8("<html>"))
                .setHeader("Content-Encoding", "identity"));

    assertThat(error)
        .hasMessageContaining(
            "found a text that is not JSON (application/json, 6 characters): \"<html>\"");
  }

  @ParameterizedTest
  @CsvSource({
    "GBK, application/json; charset=GBK",
    "GB18030, application/json; charset=gb18030",
    "UTF-16BE, application/json; charset=UTF-16",
    "UTF-16LE, application/json; charset=UTF-16LE",
    "UTF-8, application/json; charset=utf-8",
    "UTF-8, application/json; charset=unknown-8",
    "UTF-8, application/json; charset=ISO-8859-1",
  })
  void readsCharsetOfContentType(String charset, String contentType) {
    ByteString body = ByteString.encodeString(TASK + REASON + "\"}}", Charset.forName(charset));
    server.enqueue(response(200, body).setHeader("Content-Type", contentType).build());

    assertThat(failureMessage()).isEqualTo(REASON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void readsByteOrderMark(String charset) {
    ByteString body =
        ByteString.encodeString("\ufeff" + TASK + REASON + "\"}}", Charset.forName(charset));
    server.enqueue(response(200, body).build());

    assertThat(failureMessage()).isEqualTo(REASON);
  }

  @Test
  void readsLatin1() {
    ByteString body =
        ByteString.encodeString(TASK + "pr\u00e9vu\"}}", Charset.forName("ISO-8859-1"));
    server.enqueue(
        response(200, body)
            .setHeader("Content-Type", "application/json; charset=ISO-8859-1")
            .build());

    assertThat(failureMessage()).isEqualTo("pr\u00e9vu");
  }

  @Test
  void readsCharsetOfErrorResponse() {
    ByteString body =
        ByteString.encodeString(
            "{\"error\":{\"message\":\"" + REASON + "\"}}", Charset.forName("GBK"));

    VideoTasksException error =
        error(response(400, body).setHeader("Content-Type", "application/json; charset=GBK"));

    assertThat(error).hasMessageContaining("\"" + REASON + "\"");
  }

  @Test
  void readsCharsetOfCompressedResponse() throws IOException {
    Buffer packed = new Buffer();
    try (BufferedSink gzip = Okio.buffer(new GzipSink(packed))) {
      gzip.writeString(TASK + REASON + "\"}}", Charset.forName("GBK"));
    }
    server.enqueue(
        response(200, packed.readByteString())
            .setHeader("Content-Type", "application/json; charset=GBK")
            .setHeader("Content-Encoding", "gzip")
            .build());

    assertThat(failureMessage()).isEqualTo(REASON);
  }

  /** Some gateways send white space while the task is looked up, so that no proxy times out. */
  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", "\r\n\r\n", "\t \n", " \n \n \n"})
  void readsJsonAfterKeepAliveWhiteSpace(String whiteSpace) {
    server.enqueue(
        new MockResponse.Builder()
            .chunkedBody(
                whiteSpace.repeat(500) + "{\"id\":\"a\",\"status\":\"queued\"}" + whiteSpace, 7)
            .build());

    assertThat(tasks.get("a", SINGLE_REQUEST).stage()).isEqualTo(Stage.QUEUED);
  }

  @Test
  void readsRetryAfterWithFraction() {
    VideoTasksException error =
        error(response(429, ByteString.EMPTY).setHeader("Retry-After", "1.5"));

    assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
    assertThat(error.details().retryAfter()).isEqualTo(Duration.ofMillis(1_500));
  }

  private String failureMessage() {
    TaskState state = tasks.get("a", SINGLE_REQUEST);
    assertThat(state.stage()).isEqualTo(Stage.FAILED);
    TaskFailure failure = state.failure();
    return failure == null ? "" : failure.message();
  }
}
