package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.Asset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file is by its first bytes. What the server says of it does not count: hosts serve videos
 * as {@code application/octet-stream}, and error pages as {@code video/mp4}.
 */
enum FileType {
  MP4("video/mp4", "mp4"),
  QUICKTIME("video/quicktime", "mov"),
  WEBM("video/webm", "webm"),
  MATROSKA("video/x-matroska", "mkv"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg"),
  AVIF("image/avif", "avif");

  /** How many first bytes are enough to tell. */
  static final int SIGNATURE_BYTES = 512;

  private static final byte[] EBML_SIGNATURE = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG_SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  /** Brands of the same container that are pictures or sound. */
  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

  private static final Set<String> NON_VIDEO_BRANDS =
      Set.of(
          "heic", "heix", "heim", "heis", "mif1", "msf1", "M4A ", "M4B ", "F4A ", "F4B ", "crx ");

  private final String mediaType;
  private final String extension;

  FileType(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.extension = ending;
  }

  String mediaType() {
    return mediaType;
  }

  /** Of a file's name, without the dot. */
  String extension() {
    return extension;
  }

  boolean isVideo() {
    return this == MP4 || this == QUICKTIME || this == WEBM || this == MATROSKA;
  }

  /** Whether a file of this kind may be of this type: a thumbnail may move, a video must. */
  boolean fits(Asset.Kind kind) {
    return switch (kind) {
      case VIDEO, WATERMARKED_VIDEO -> isVideo();
      case GIF -> isVideo() || this == GIF || this == WEBP || this == AVIF;
      case THUMBNAIL, PREVIEW -> true;
    };
  }

  /**
   * Tells the type.
   *
   * @param head the first {@value #SIGNATURE_BYTES} bytes, fewer if the file is shorter
   * @return null if it is none of these
   */
  static @Nullable FileType detect(byte[] head) {
    if (head.length >= 12 && text(head, 4, 4).equals("ftyp")) {
      return ofFtypBrand(text(head, 8, 4));
    }
    if (startsWith(head, EBML_SIGNATURE)) {
      return ofEbmlDocType(text(head, 0, Math.min(head.length, 64)));
    }
    if (text(head, 0, 6).matches("GIF8[79]a")) {
      return GIF;
    }
    if (text(head, 0, 4).equals("RIFF") && text(head, 8, 4).equals("WEBP")) {
      return WEBP;
    }
    if (startsWith(head, PNG_SIGNATURE)) {
      return PNG;
    }
    return startsWith(head, JPEG_SIGNATURE) ? JPEG : null;
  }

  private static @Nullable FileType ofFtypBrand(String brand) {
    if (AVIF_BRANDS.contains(brand)) {
      return AVIF;
    }
    if (NON_VIDEO_BRANDS.contains(brand)) {
      return null;
    }
    return brand.equals("qt  ") ? QUICKTIME : MP4;
  }

  private static @Nullable FileType ofEbmlDocType(String header) {
    if (header.contains("webm")) {
      return WEBM;
    }
    return header.contains("matroska") ? MATROSKA : null;
  }

  private static boolean startsWith(byte[] head, byte[] with) {
    return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
  }

  /** Bytes as Latin-1; empty beyond the end. */
  private static String text(byte[] head, int from, int count) {
    return from + count > head.length
        ? ""
        : new String(head, from, count, StandardCharsets.ISO_8859_1);
  }
}
