package io.github.videotasks.ext.download;

import io.github.videotasks.ext.payload.TaskId;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Makes the name of a task's files, without the ending, from its id alone.
 *
 * <p>Two ids never share a name, also where the file system does not tell {@code A} from {@code a}
 * or one form of a letter from another: an id of lower-case letters, digits, {@code .}, {@code _}
 * and {@code -} keeps its text, its {@code :} becomes {@code ~}; every other id gets a digest of
 * itself behind {@code ~~}. The result holds no character that a file system or a shell gives a
 * meaning, begins with a letter, a digit or {@code _}, and is short enough for an ending, a label
 * and the marks of a part.
 */
final class FileNames {

  private static final int MAX_LENGTH = 120;
  private static final int DIGEST_DIGITS = 16;
  private static final Pattern SAFE_ID = Pattern.compile("[a-z0-9_][a-z0-9._-]*(:[a-z0-9._-]+)?");
  private static final Pattern UNSAFE_CHARACTER = Pattern.compile("[^A-Za-z0-9._-]");

  /** Names of devices on Windows, whatever follows the first dot. */
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
