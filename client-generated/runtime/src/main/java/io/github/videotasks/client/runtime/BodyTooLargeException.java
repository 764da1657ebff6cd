package io.github.videotasks.client.runtime;

import java.io.IOException;

/** Thrown if a response body has more bytes than the limit; the rest is not read. */
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLargeException(long maxBytes) {
    super(
        "response body: expected at most "
            + maxBytes
            + " bytes after decompression, found more; if such a response is right, pass a larger"
            + " maxResponseBytes to ApiClient.retrofit(baseUrl, client, maxResponseBytes)");
  }
}
