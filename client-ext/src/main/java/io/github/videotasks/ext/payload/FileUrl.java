package io.github.videotasks.ext.payload;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Classifies the URL of a file by the extension of its path. The host and the query are ignored.
 */
final class FileUrl {

  private static final Set<String> VIDEO_TYPES = types("mp4 m4v mov webm mkv avi mpg mpeg m3u8");

  private static final Set<String> IMAGE_TYPES =
      types("png jpg jpeg jfif webp gif avif bmp tif tiff heic heif svg ico image");

  private static final Set<String> OTHER_TYPES =
      types("mp3 wav m4a aac flac ogg json txt srt vtt html htm zip pdf");

  private FileUrl() {}

  private static Set<String> types(String extensions) {
    return Set.of(extensions.split(" ", -1));
  }

  /**
   * Returns the http(s) URL in a text, without the blanks around it; null if the text is anything
   * else, such as a relative URL: the base URL that it belongs to is not in the response.
   */
  static @Nullable String parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    String scheme = text.substring(start, Math.min(start + 8, end)).toLowerCase(Locale.ROOT);
    int schemeLength = scheme.equals("https://") ? 8 : scheme.startsWith("http://") ? 7 : 0;
    return schemeLength > 0 && end - start > schemeLength ? text.substring(start, end) : null;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  static boolean isVideo(String url) {
    return VIDEO_TYPES.contains(extension(url));
  }

  static boolean isImage(String url) {
    return IMAGE_TYPES.contains(extension(url));
  }

  /** Returns whether the extension is of a sound, a text, a page or an archive. */
  static boolean isOther(String url) {
    return OTHER_TYPES.contains(extension(url));
  }

  /** Returns the path of a URL, with its first slash; empty if there is none. */
  static String path(String url) {
    int start = url.indexOf('/', url.indexOf("://") + 3);
    int end = url.length();
    for (char delimiter : new char[] {'?', '#'}) {
      int index = url.indexOf(delimiter);
      end = index < 0 ? end : Math.min(end, index);
    }
    return start < 0 || start > end ? "" : url.substring(start, end);
  }

  /**
   * Returns the extension in lower case; empty if there is none. What an image service appends to
   * it, as in {@code cover.png!w300}, is left out.
   */
  private static String extension(String url) {
    String path = path(url);
    String name = path.substring(path.lastIndexOf('/') + 1);
    int start = name.lastIndexOf('.') + 1;
    int end = start;
    while (end < name.length() && Character.isLetterOrDigit(name.charAt(end))) {
      end++;
    }
    return start == 0 ? "" : name.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
