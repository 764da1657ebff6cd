package io.github.videotasks.spec.fetch;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Number of bytes that a fetch has received over all its connections, and its limit. */
final class ReceivedBytes {
  private static final long OVERHEAD = 1L << 20;

  private final AtomicLong count = new AtomicLong();
  private final long max;

  /**
   * Creates a counter.
   *
   * @param maxBodyBytes the largest response body. The limit is twice as high and 1 MiB more, for
   *     headers, certificates, redirects and the frames of small chunks
   */
  ReceivedBytes(long maxBodyBytes) {
    this.max = 2 * maxBodyBytes + OVERHEAD;
  }

  void add(int bytes) throws IOException {
    if (bytes > 0 && count.addAndGet(bytes) > max) {
      throw new IOException("more than " + max + " bytes received");
    }
  }

  boolean isExceeded() {
    return count.get() > max;
  }

  boolean isEmpty() {
    return count.get() == 0;
  }
}
