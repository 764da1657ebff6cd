package io.github.videotasks.ext.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * What came back, read to its end or to the cap.
 *
 * @param body the text after decompression; of a body that is larger than the cap its start
 * @param complete false if the body is larger than the cap; what lies beyond was not read
 */
record RawResponse(
    int status,
    @Nullable String contentType,
    @Nullable String retryAfter,
    @Nullable String requestId,
    String body,
    boolean complete) {

  /** Names under which gateways give the id of a request. */
  private static final String[] REQUEST_ID_HEADERS = {
    "X-Request-Id", "X-Oneapi-Request-Id", "Request-Id", "CF-Ray"
  };

  /** Of an error only a few words are needed, however much it says. */
  private static final long MAX_ERROR_BYTES = 64L * 1024;

  /** What is kept of a body that is too large: enough to quote from. */
  private static final long TRUNCATED_BYTES = 4L * 1024;

  /**
   * Reads an answer.
   *
   * @param cap the most bytes to read after decompression: a bomb of a few kilobytes must not fill
   *     the memory. Of an error no more than {@value #MAX_ERROR_BYTES} are read.
   */
  static RawResponse read(Response response, long cap) throws IOException {
    long most = response.isSuccessful() ? cap : Math.min(cap, MAX_ERROR_BYTES);
    BufferedSource source = response.body().source();
    boolean more = source.request(most + 1);
    Buffer bytes = new Buffer();
    bytes.write(
        source.getBuffer(), Math.min(more ? TRUNCATED_BYTES : most, source.getBuffer().size()));
    return new RawResponse(
        response.code(),
        response.header("Content-Type"),
        response.header("Retry-After"),
        requestId(response),
        stripByteOrderMark(bytes.readString(StandardCharsets.UTF_8)),
        !more);
  }

  /** An answer whose body cannot be read at all. */
  static RawResponse withoutBody(Response response) {
    return new RawResponse(
        response.code(), response.header("Content-Type"), null, requestId(response), "", true);
  }

  /** Some servers begin UTF-8 with a byte order mark, which is no part of JSON. */
  private static String stripByteOrderMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static @Nullable String requestId(Response response) {
    for (String name : REQUEST_ID_HEADERS) {
      String value = response.header(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  /** Without the body, which may hold secrets. */
  @Override
  public String toString() {
    return "Answer[HTTP " + status + ", " + body.length() + " characters]";
  }
}
