package io.github.videotasks.ext.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * A response as it was received, with its body read to the end or to the limit.
 *
 * @param request the method and path of the request, such as {@code GET /v1/videos/task_1}
 * @param contentEncoding the header Content-Encoding of a body that OkHttp did not decompress; null
 *     if there is none
 * @param body the bytes after decompression, in UTF-8; of a body that is larger than the limit its
 *     start
 * @param complete false if the body is larger than the limit; the rest was not read
 */
record RawResponse(
    String request,
    int status,
    @Nullable String contentType,
    @Nullable String contentEncoding,
    @Nullable String retryAfter,
    @Nullable String requestId,
    Buffer body,
    boolean complete) {

  /** Headers in which gateways send the id of a request. */
  private static final String[] REQUEST_ID_HEADERS = {
    "X-Request-Id", "X-Oneapi-Request-Id", "Request-Id", "CF-Ray"
  };

  /** Of an error only its message is needed, however long it is. */
  private static final long MAX_ERROR_BYTES = 64L * 1024;

  /** What is kept of a body that is too large: enough to quote from. */
  private static final long EXCERPT_BYTES = 4L * 1024;

  /**
   * Reads a response.
   *
   * @param maxBytes the most bytes to read after decompression; of an error response no more than
   *     {@value #MAX_ERROR_BYTES} are read
   */
  static RawResponse read(Response response, long maxBytes) throws IOException {
    long max = response.isSuccessful() ? maxBytes : Math.min(maxBytes, MAX_ERROR_BYTES);
    BufferedSource source = response.body().source();
    boolean more = source.request(max + 1);
    Buffer body = new Buffer();
    body.write(source.getBuffer(), Math.min(more ? EXCERPT_BYTES : max, source.getBuffer().size()));
    return new RawResponse(
        request(response),
        response.code(),
        response.header("Content-Type"),
        response.header("Content-Encoding"),
        response.header("Retry-After"),
        requestId(response),
        BodyCharset.toUtf8(body, response.body().contentType()),
        !more);
  }

  /** A response whose body cannot be read at all. */
  static RawResponse withoutBody(Response response) {
    return new RawResponse(
        request(response),
        response.code(),
        response.header("Content-Type"),
        null,
        null,
        requestId(response),
        new Buffer(),
        true);
  }

  boolean isSuccessful() {
    return status >= 200 && status < 300;
  }

  /**
   * Returns the encoding of a body that this client cannot decode, such as {@code br}; null if
   * there is none. OkHttp removes the header of a body that it decompresses.
   */
  @Nullable String unsupportedEncoding() {
    String encoding = contentEncoding == null ? "" : contentEncoding.strip();
    return encoding.isEmpty() || encoding.equalsIgnoreCase("identity") ? null : encoding;
  }

  /** Returns the body once more from its start. */
  BufferedSource source() {
    return body.clone();
  }

  /**
   * Decodes the body for a message, without a byte order mark; empty if it is binary data in an
   * unsupported encoding.
   */
  String text() {
    String text = source().getBuffer().readString(StandardCharsets.UTF_8);
    if (unsupportedEncoding() != null && text.indexOf('\ufffd') >= 0) {
      return "";
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static String request(Response response) {
    return response.request().method() + " " + response.request().url().encodedPath();
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
    return "RawResponse[HTTP " + status + ", " + body.size() + " bytes]";
  }
}
