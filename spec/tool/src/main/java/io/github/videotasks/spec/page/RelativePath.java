package io.github.videotasks.spec.page;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.util.regex.Pattern;

/** Checks whether a text is a path below a folder. */
public final class RelativePath {
  /** A drive letter, as in {@code C:}. */
  private static final Pattern DRIVE_PREFIX = Pattern.compile("[A-Za-z]:.*");

  private RelativePath() {}

  /**
   * {@return whether a text is a path below a folder on every platform: relative, with slashes,
   * without empty or dotted steps, and without control characters}
   *
   * @param name the path, such as {@code examples/acme/1.json}
   */
  public static boolean isBelowFolder(String name) {
    if (name.isEmpty()
        || name.indexOf('\\') >= 0
        || name.codePoints().anyMatch(Character::isISOControl)
        || DRIVE_PREFIX.matcher(name).matches()) {
      return false;
    }
    for (String step : name.split("/", -1)) {
      if (step.isEmpty() || step.equals(".") || step.equals("..")) {
        return false;
      }
    }
    try {
      return !FileSystems.getDefault().getPath(name).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
