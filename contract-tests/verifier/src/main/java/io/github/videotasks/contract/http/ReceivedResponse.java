package io.github.videotasks.contract.http;

import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A complete response and the request before it, as they were sent and received: not masked.
 *
 * @param method the method of the request
 * @param url the URL of the request
 * @param status the status code
 * @param contentType the header Content-Type; null if there is none
 * @param retryAfter the header Retry-After; null if there is none
 * @param body the body after decompression
 */
public record ReceivedResponse(
    String method,
    String url,
    int status,
    @Nullable String contentType,
    @Nullable String retryAfter,
    ByteString body) {

  /** Without the content, which is not masked. */
  @Override
  public String toString() {
    return "ReceivedResponse[HTTP " + status + "]";
  }
}
