package io.github.videotasks.client.runtime;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Response body that throws a {@link BodyTooLargeException} when more bytes are read than the
 * limit. It counts the bytes that it reads, because Content-Length is the length before
 * decompression and may be absent or wrong.
 */
final class LimitedBody extends ResponseBody {
  private final ResponseBody body;
  private final BufferedSource source;

  LimitedBody(ResponseBody body, long maxBytes) {
    this.body = body;
    source =
        Okio.buffer(
            new ForwardingSource(body.source()) {
              private long total;

              @Override
              public long read(Buffer sink, long byteCount) throws IOException {
                long count = super.read(sink, byteCount);
                total += Math.max(count, 0);
                if (total > maxBytes) {
                  throw new BodyTooLargeException(maxBytes);
                }
                return count;
              }
            });
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }
}
