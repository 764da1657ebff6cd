package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.Asset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Type of a file, detected from its first bytes. The Content-Type is ignored: hosts serve videos as
 * {@code application/octet-stream} and error pages as {@code video/mp4}.
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

  /** Number of first bytes that are sufficient to detect the type. */
  static final int SIGNATURE_BYTES = 512;

  private static final byte[] EBML_SIGNATURE = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG_SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

  /** Brands of the MP4 container that are images or audio. */
  private static final Set<String> NON_VIDEO_BRANDS =
      Set.of(
          "heic", "heix", "heim", "heis", "mif1", "msf1", "M4A ", "M4B ", "F4A ", "F4B ", "crx ");

  private final String mediaType;
  private final String extension;

  FileType(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  String mediaType() {
    return mediaType;
  }

  /** Returns the extension of the file name, without the dot. */
  String extension() {
    return extension;
  }

  boolean isVideo() {
    return this == MP4 || this == QUICKTIME || this == WEBM || this == MATROSKA;
  }

  /** Returns true if a file of this kind may have this type: a thumbnail may be a video. */
  boolean fits(Asset.Kind kind) {
    return switch (kind) {
      case VIDEO, WATERMARKED_VIDEO -> isVideo();
      case GIF -> isVideo() || this == GIF || this == WEBP || this == AVIF;
      case IMAGE -> !isVideo();
      case THUMBNAIL, PREVIEW -> true;
    };
  }

  /**
   * Detects the type.
   *
   * @param head the first {@value #SIGNATURE_BYTES} bytes, fewer if the file is shorter
   * @return the type; null if unknown
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

  private static boolean startsWith(byte[] head, byte[] prefix) {
    int length = prefix.length;
    return head.length >= length && Arrays.equals(head, 0, length, prefix, 0, length);
  }

  /** Returns bytes as Latin-1; empty if the range exceeds the end. */
  private static String text(byte[] head, int from, int count) {
    return from + count > head.length
        ? ""
        : new String(head, from, count, StandardCharsets.ISO_8859_1);
  }
}
