package io.github.videotasks.spec.git;

import io.github.videotasks.spec.page.RelativePath;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder of a Git revision, written as for {@code git show}: {@code main:spec/canonical}.
 *
 * @param revision the name of a commit, such as {@code main}, {@code v1.2} or {@code HEAD~1}
 * @param path the path from the root of the repository; after {@code ./} from the current folder
 */
public record RevisionPath(String revision, String path) {
  /** No leading hyphen: git would read an option. The other characters are those of Git names. */
  private static final Pattern REVISION =
      Pattern.compile("[\\p{L}\\p{N}@_./][\\p{L}\\p{N}@_./~^{}+#=!-]*");

  private static final String CURRENT_FOLDER = "./";

  /**
   * {@return the parts of an argument; null when it does not name a revision and a path}
   *
   * @param argument such as {@code HEAD~1:spec/canonical}
   */
  public static @Nullable RevisionPath parse(String argument) {
    int colon = argument.indexOf(':');
    if (colon < 0) {
      return null;
    }
    String revision = argument.substring(0, colon);
    String path = argument.substring(colon + 1).replaceFirst("(?<=.)/+$", "");
    String below = path.startsWith(CURRENT_FOLDER) ? path.substring(2) : path;
    boolean valid = REVISION.matcher(revision).matches() && RelativePath.isBelowFolder(below);
    return valid ? new RevisionPath(revision, path) : null;
  }

  /** {@return the path without {@code ./}} */
  public String plainPath() {
    return path.startsWith(CURRENT_FOLDER) ? path.substring(2) : path;
  }

  @Override
  public String toString() {
    return revision + ":" + path;
  }
}
