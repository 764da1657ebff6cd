package io.github.videotasks.ext.download;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Checks the top-level boxes of an ISO base media file. Each box starts with its length, so a
 * truncated file is detected even without a Content-Length or with a wrong one.
 */
final class Mp4Boxes {

  private static final int SHORT_HEADER = 8;
  private static final int LONG_HEADER = 16;

  private final PartialFile file;

  Mp4Boxes(PartialFile file) {
    this.file = file;
  }

  /** Returns true if no box exceeds the end of the file and one of them describes the video. */
  boolean areComplete() throws StorageException {
    long offset = 0;
    boolean hasMovieBox = false;
    while (offset < file.position()) {
      ByteBuffer header = ByteBuffer.wrap(file.read(offset, LONG_HEADER));
      if (header.remaining() < SHORT_HEADER) {
        return hasMovieBox; // padding of a few bytes, written by some encoders
      }
      long size = Integer.toUnsignedLong(header.getInt());
      String type = readType(header);
      hasMovieBox |= type.equals("moov") || type.equals("moof");
      if (size == 0) {
        // The last box may extend to the end of the file; truncation cannot be detected then.
        return hasMovieBox;
      }
      if (size == 1) {
        size = header.remaining() < 8 ? -1 : header.getLong();
      }
      if (size < SHORT_HEADER || size > file.position() - offset) {
        return false;
      }
      offset += size;
    }
    return hasMovieBox;
  }

  private static String readType(ByteBuffer header) {
    byte[] type = new byte[4];
    header.get(type);
    return new String(type, StandardCharsets.ISO_8859_1);
  }
}
