package io.github.videotasks.client.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.api.VideoTasksApi;
import io.github.videotasks.client.runtime.BodyTooLargeException;
import io.github.videotasks.client.runtime.ResponseBodyLimit;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Retrofit;

/** A response of any length does not fill the memory of a program that uses this client alone. */
class ResponseBodyLimitTest {

  private static final String TASK = "{\"id\":\"a\",\"status\":\"p\"}";

  /** What OkHttp reads beyond the limit before it is noticed. */
  private static final long READ_AHEAD = 64L * 1024;

  /** Sends blanks until nobody reads them any more, as valid JSON allows, and counts them. */
  private static final class EndlessBody implements Source {
    private final AtomicLong sent;

    private EndlessBody(AtomicLong sent) {
      this.sent = sent;
    }

    @Override
    public long read(Buffer sink, long byteCount) {
      sent.addAndGet(1024);
      sink.writeUtf8(" ".repeat(1024));
      if (sent.get() > 64 * ResponseBodyLimit.DEFAULT_BYTES) {
        throw new AssertionError("expected a limit, found none after " + sent + " bytes");
      }
      return 1024;
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {}
  }

  private final AtomicLong sent = new AtomicLong();

  /** Responds with an endless body whose Content-Length is wrong. */
  private OkHttpClient endless(int status) {
    Interceptor gateway =
        chain ->
            new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .body(ResponseBody.create(Okio.buffer(new EndlessBody(sent)), null, 7))
                .build();
    return new OkHttpClient.Builder().addInterceptor(gateway).build();
  }

  private static void retrieve(Retrofit.Builder builder) throws IOException {
    builder.build().create(VideoTasksApi.class).retrieveVideo("a").execute();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 500})
  void stopsEndlessResponseAtLimit(int status) {
    assertThatThrownBy(
            () -> retrieve(ApiClient.retrofit("http://localhost/", endless(status), 10_000)))
        .isInstanceOf(BodyTooLargeException.class)
        .hasMessageStartingWith("response body: expected at most 10000 bytes after decompression,")
        .hasMessageContaining("pass a larger maxResponseBytes to ApiClient.retrofit(");
    assertThat(sent.get()).isBetween(10_000L, 10_000 + READ_AHEAD);
  }

  @Test
  void limitsSuccessfulResponseOfClientThatReplacesOurs() {
    assertThatThrownBy(() -> retrieve(ApiClient.retrofit("http://localhost/").client(endless(200))))
        .isInstanceOf(BodyTooLargeException.class);
    long limit = ResponseBodyLimit.DEFAULT_BYTES;
    assertThat(sent.get()).isBetween(limit, limit + READ_AHEAD);
  }

  private static Buffer compressed(String text) throws IOException {
    Buffer compressed = new Buffer();
    try (GzipSink sink = new GzipSink(compressed)) {
      Buffer plain = new Buffer().writeUtf8(text);
      sink.write(plain, plain.size());
    }
    return compressed;
  }

  @Test
  void countsBytesAfterDecompression() throws IOException {
    Buffer bomb = compressed(TASK + " ".repeat(2 * 1024 * 1024));
    assertThat(bomb.size()).isLessThan(10_000);
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      MockResponse response =
          new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(bomb).build();
      server.enqueue(response);
      assertThatThrownBy(() -> retrieve(ApiClient.retrofit(server.url("/").toString())))
          .isInstanceOf(BodyTooLargeException.class);
    }
  }

  @Test
  void readsResponseOfExactlyTheLimit() throws IOException {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().chunkedBody(TASK, 5).build());
      String url = server.url("/").toString();
      retrieve(ApiClient.retrofit(url, new OkHttpClient(), TASK.length()));
      server.enqueue(new MockResponse.Builder().chunkedBody(TASK, 5).build());
      assertThatThrownBy(
              () -> retrieve(ApiClient.retrofit(url, new OkHttpClient(), TASK.length() - 1)))
          .isInstanceOf(BodyTooLargeException.class);
    }
  }

  @Test
  void rejectsLimitOfZero() {
    assertThatThrownBy(() -> new ResponseBodyLimit(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a positive maxResponseBytes, found 0");
  }
}
