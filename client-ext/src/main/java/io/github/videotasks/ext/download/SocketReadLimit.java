package io.github.videotasks.ext.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many bytes may be read from the socket without yielding a byte of the response body.
 * OkHttp reads some parts of a response, such as chunk extensions, into memory without a limit; the
 * maximum length of a file does not apply to them.
 *
 * <p>Counts on the thread that transfers the bytes. Over HTTP/2 another thread reads the socket,
 * and the flow-control window of the protocol is the limit.
 */
final class SocketReadLimit {

  /** Far above the size of response headers and TLS certificates. */
  private static final long MAX_BYTES = 4L << 20;

  private static final ThreadLocal<@Nullable SocketReadLimit> CURRENT = new ThreadLocal<>();

  private long bytesRead;

  private SocketReadLimit() {}

  /** Starts counting on this thread. */
  static void start() {
    CURRENT.set(new SocketReadLimit());
  }

  /** Resets the count after bytes of the response body were read. */
  static void reset() {
    SocketReadLimit limit = CURRENT.get();
    if (limit != null) {
      limit.bytesRead = 0;
    }
  }

  static void stop() {
    CURRENT.remove();
  }

  private static void bytesRead(int bytes) throws ProtocolException {
    SocketReadLimit limit = CURRENT.get();
    if (limit != null && bytes > 0) {
      limit.bytesRead += bytes;
      if (limit.bytesRead > MAX_BYTES) {
        throw new ProtocolException(
            "read more than " + MAX_BYTES + " bytes without a byte of the response body");
      }
    }
  }

  /** Returns a stream of the same bytes that counts them. */
  static InputStream wrap(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int next = super.read();
        bytesRead(next < 0 ? 0 : 1);
        return next;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        bytesRead(count);
        return count;
      }
    };
  }
}
