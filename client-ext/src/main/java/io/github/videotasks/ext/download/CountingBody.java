package io.github.videotasks.ext.download;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Response body that counts the bytes that are read from it. */
final class CountingBody extends ResponseBody {

  private final ResponseBody body;
  private final BufferedSource source;
  private long bytesRead;

  CountingBody(ResponseBody body) {
    this.body = body;
    source =
        Okio.buffer(
            new ForwardingSource(body.source()) {
              @Override
              public long read(Buffer sink, long byteCount) throws IOException {
                long count = super.read(sink, byteCount);
                bytesRead += Math.max(count, 0);
                return count;
              }
            });
  }

  long bytesRead() {
    return bytesRead;
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
