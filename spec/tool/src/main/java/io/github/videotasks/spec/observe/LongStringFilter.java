package io.github.videotasks.spec.observe;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts the strings of a JSON text that are longer than a limit, while it is read: a HAR file holds
 * whole videos as one string, and a parser keeps a string in memory.
 */
final class LongStringFilter extends FilterInputStream {
  /** The end of a string that was cut. */
  static final String CUT = "\u0000cut";

  private static final byte[] ESCAPED_CUT = "\\u0000cut".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 1 << 16;

  private final int limit;
  private final byte[] buffer = new byte[BUFFER];
  private byte[] ready = new byte[0];
  private int position;
  private boolean inString;
  private boolean escaped;
  private boolean cut;
  private int length;

  /**
   * Creates a filter.
   *
   * @param in UTF-8
   * @param limit the most bytes of a string
   */
  LongStringFilter(InputStream in, int limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    return fill() ? ready[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    if (wanted == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(wanted, ready.length - position);
    System.arraycopy(ready, position, target, offset, n);
    position += n;
    return n;
  }

  private boolean fill() throws IOException {
    while (position == ready.length) {
      int n = in.read(buffer, 0, BUFFER);
      if (n < 0) {
        return false;
      }
      ByteArrayOutputStream kept = new ByteArrayOutputStream(n + ESCAPED_CUT.length);
      for (int i = 0; i < n; i++) {
        filter(buffer[i], kept);
      }
      ready = kept.toByteArray();
      position = 0;
    }
    return true;
  }

  private void filter(byte b, ByteArrayOutputStream kept) {
    if (!inString) {
      inString = b == '"';
      length = 0;
      kept.write(b);
      return;
    }
    if (b == '"' && !escaped) {
      if (cut) {
        kept.writeBytes(ESCAPED_CUT);
      }
      inString = false;
      cut = false;
      kept.write(b);
      return;
    }
    // Neither within a character of several bytes nor within an escape; \\uXXXX has six bytes.
    boolean begins = !escaped && (b & 0xc0) != 0x80 && !isHexDigit(b);
    cut |= length >= limit && begins;
    escaped = !escaped && b == '\\';
    length = Math.min(length + 1, Integer.MAX_VALUE - 1);
    if (!cut) {
      kept.write(b);
    }
  }

  /** A digit may be a part of an escape, so a string is not cut in front of it. */
  private boolean isHexDigit(byte b) {
    return Character.digit(b, 16) >= 0 && length < limit + 8;
  }
}
