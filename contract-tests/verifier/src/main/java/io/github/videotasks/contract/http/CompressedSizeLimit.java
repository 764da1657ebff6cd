package io.github.videotasks.contract.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Limits the bytes of a body before decompression: the file name in a gzip header can be endless
 * and decompresses to nothing. It must be inside the handler that decompresses.
 *
 * @param maxBytes the most bytes
 */
record CompressedSizeLimit(int maxBytes) implements ExecChainHandler {

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    ClassicHttpResponse response = chain.proceed(request, scope);
    HttpEntity entity = response.getEntity();
    if (entity != null) {
      response.setEntity(
          new HttpEntityWrapper(entity) {
            @Override
            public InputStream getContent() throws IOException {
              return new LimitedInputStream(super.getContent(), maxBytes);
            }
          });
    }
    return response;
  }

  private static final class LimitedInputStream extends FilterInputStream {
    private final int maxBytes;
    private long total;

    LimitedInputStream(InputStream in, int maxBytes) {
      super(in);
      this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int bytes) throws ExchangeLimitException {
      total += bytes;
      if (total > maxBytes) {
        throw ExchangeLimitException.tooLarge(maxBytes);
      }
    }
  }
}
