package io.github.videotasks.ext.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what the HTTP library may hear without a byte of the file coming out of it. Some things it
 * reads to their end whatever their length, such as what stands beside the size of a chunk, and all
 * of it into memory; the length of a file is no bound for that.
 *
 * <p>Counts on the thread that moves the bytes. Over HTTP/2 another one reads, and there the window
 * of the protocol is the bound.
 */
final class SocketReadLimit {

  /** Far above the headers of an answer and the certificates of a host. */
  private static final long MAX_BYTES = 4L << 20;

  private static final ThreadLocal<@Nullable SocketReadLimit> CURRENT = new ThreadLocal<>();

  private long bytesRead;

  private SocketReadLimit() {}

  /** Begins to count on this thread. */
  static void start() {
    CURRENT.set(new SocketReadLimit());
  }

  /** Bytes of the file have come out. */
  static void reset() {
    SocketReadLimit intake = CURRENT.get();
    if (intake != null) {
      intake.bytesRead = 0;
    }
  }

  static void stop() {
    CURRENT.remove();
  }

  private static void bytesRead(int bytes) throws ProtocolException {
    SocketReadLimit intake = CURRENT.get();
    if (intake != null && bytes > 0) {
      intake.bytesRead += bytes;
      if (intake.bytesRead > MAX_BYTES) {
        throw new ProtocolException("more than " + MAX_BYTES + " bytes without one of the file");
      }
    }
  }

  /** The same bytes, counted. */
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
