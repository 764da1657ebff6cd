package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.TaskId;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Derives the file name of a task, without the extension, from its id alone.
 *
 * <p>Two ids never share a name, even on a file system that ignores case or normalizes Unicode: an
 * id of lower-case letters, digits, {@code .}, {@code _} and {@code -} keeps its text, its {@code
 * :} becomes {@code ~}; to every other id {@code ~~} and a digest of the id are appended. The name
 * contains no special character of a file system or a shell, starts with a letter, a digit or
 * {@code _}, and leaves room for an extension, a label and the suffix of a partial file.
 */
final class FileNames {

  private static final int MAX_LENGTH = 120;
  private static final int DIGEST_DIGITS = 16;
  private static final Pattern SAFE_ID = Pattern.compile("[a-z0-9_][a-z0-9._-]*(:[a-z0-9._-]+)?");
  private static final Pattern UNSAFE_CHARACTER = Pattern.compile("[^A-Za-z0-9._-]");

  /** Device names on Windows, with any text after the first dot. */
  private static final Pattern WINDOWS_DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin|conout|clock)(\\..*)?");

  private FileNames() {}

  static String baseNameOf(TaskId id) {
    String text = id.value();
    if (SAFE_ID.matcher(text).matches()
        && text.length() <= MAX_LENGTH
        && !WINDOWS_DEVICE.matcher(text).matches()) {
      return text.replace(':', '~');
    }
    String safe = UNSAFE_CHARACTER.matcher(text).replaceAll("_");
    String cut = safe.substring(0, Math.min(safe.length(), MAX_LENGTH - DIGEST_DIGITS - 3));
    return "_"
        + cut
        + "~~"
        + Digests.sha256Hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGEST_DIGITS);
  }
}
