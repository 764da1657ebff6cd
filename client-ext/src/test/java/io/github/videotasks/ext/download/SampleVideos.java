package io.github.videotasks.ext.download;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Files that begin and are built as real ones, with content that is different everywhere. */
public final class SampleVideos {

  private SampleVideos() {}

  /** An MP4 of so many bytes, its description in front; the same for the same seed. */
  public static byte[] mp4(int bytes, long seed) {
    byte[] content = new byte[bytes - 24 - 16 - 8];
    new Random(seed).nextBytes(content);
    ByteArrayOutputStream film = new ByteArrayOutputStream();
    film.writeBytes(box("ftyp", "isom\0\0\2\0isomiso2".getBytes(StandardCharsets.ISO_8859_1)));
    film.writeBytes(box("moov", new byte[8]));
    film.writeBytes(box("mdat", content));
    return film.toByteArray();
  }

  /** A box with its length and its name before it. */
  static byte[] box(String name, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(name.getBytes(StandardCharsets.ISO_8859_1))
        .put(content)
        .array();
  }

  static byte[] gif() {
    return "GIF89a, and some pixels;".getBytes(StandardCharsets.ISO_8859_1);
  }
}
