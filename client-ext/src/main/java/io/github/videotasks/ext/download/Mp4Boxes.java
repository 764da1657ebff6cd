package io.github.videotasks.ext.download;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Walks the outermost boxes of an ISO base media file. Each begins with its length, so a file that
 * was cut shows it, also when no length or a wrong one was told.
 */
final class Mp4Boxes {

  private static final int SHORT_HEADER = 8;
  private static final int LONG_HEADER = 16;

  private final PartialFile file;

  Mp4Boxes(PartialFile part) {
    this.file = part;
  }

  /** Whether no box reaches beyond the end and one of them describes the video. */
  boolean areComplete() throws StorageException {
    long at = 0;
    boolean described = false;
    while (at < file.position()) {
      ByteBuffer header = ByteBuffer.wrap(file.read(at, LONG_HEADER));
      if (header.remaining() < SHORT_HEADER) {
        return described; // a few bytes that some programs pad with
      }
      long size = Integer.toUnsignedLong(header.getInt());
      String type = readType(header);
      described |= type.equals("moov") || type.equals("moof");
      if (size == 0) {
        // "Up to the end": allowed for the last one, which then cannot tell.
        return described;
      }
      if (size == 1) {
        size = header.remaining() < 8 ? -1 : header.getLong();
      }
      if (size < SHORT_HEADER || size > file.position() - at) {
        return false;
      }
      at += size;
    }
    return described;
  }

  private static String readType(ByteBuffer header) {
    byte[] type = new byte[4];
    header.get(type);
    return new String(type, StandardCharsets.ISO_8859_1);
  }
}
