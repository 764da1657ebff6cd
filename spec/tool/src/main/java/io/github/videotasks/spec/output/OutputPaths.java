package io.github.videotasks.spec.output;

import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.MessageText;
import io.github.videotasks.spec.page.RelativePath;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks that a path stays below its folder and does not lead through a symbolic link. */
public final class OutputPaths {
  private OutputPaths() {}

  /**
   * {@return the file of a path below a folder} It need not exist.
   *
   * @param folder the folder; it may itself be a symbolic link
   * @param name the path below the folder, with slashes
   * @throws RejectedInputException when the path leaves the folder, leads through a symbolic link,
   *     or is that of a folder
   */
  public static Path resolve(Path folder, String name) {
    return resolve(folder, name, true);
  }

  /** Returns a folder below a folder, with the same checks. */
  static Path resolveFolder(Path folder, String name) {
    return resolve(folder, name, false);
  }

  private static Path resolve(Path folder, String name, boolean isFile) {
    if (!RelativePath.isBelowFolder(name)) {
      throw rejected(
          folder,
          "expected a path below the folder, found '" + MessageText.excerpt(name) + "'",
          "Correct the path");
    }
    Path file = folder;
    String[] steps = name.split("/", -1);
    for (int i = 0; i < steps.length; i++) {
      file = file.resolve(steps[i]);
      String problem = findProblem(file, isFile && i == steps.length - 1);
      if (problem != null) {
        throw rejected(file, problem, "Remove it, or choose another folder");
      }
    }
    return file;
  }

  private static @Nullable String findProblem(Path path, boolean isFile) {
    if (Files.isSymbolicLink(path)) {
      return "expected a file or folder, found a symbolic link, which may lead elsewhere";
    }
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    if (isFile) {
      return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
          ? null
          : "expected a file or nothing, found something else";
    }
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        ? null
        : "expected a folder or nothing, found something else";
  }

  static RejectedInputException rejected(Path where, String message, String remedy) {
    return new RejectedInputException(
        "output-folder", new SourceLocation(where.toString(), 0), message, remedy);
  }
}
