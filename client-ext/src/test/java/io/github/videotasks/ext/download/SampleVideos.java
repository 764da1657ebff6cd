package io.github.videotasks.ext.download;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Creates sample media files with valid headers and random content. */
public final class SampleVideos {

  private SampleVideos() {}

  /** Returns an MP4 of the given length in bytes, moov box first; deterministic for a seed. */
  public static byte[] mp4(int bytes, long seed) {
    byte[] content = new byte[bytes - 24 - 16 - 8];
    new Random(seed).nextBytes(content);
    ByteArrayOutputStream video = new ByteArrayOutputStream();
    video.writeBytes(box("ftyp", "isom\0\0\2\0isomiso2".getBytes(StandardCharsets.ISO_8859_1)));
    video.writeBytes(box("moov", new byte[8]));
    video.writeBytes(box("mdat", content));
    return video.toByteArray();
  }

  /** Returns a box: its length, its name and its content. */
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
