package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.diff.ContractReader;
import io.github.videotasks.spec.git.GitRepository;
import io.github.videotasks.spec.git.RevisionPath;
import io.github.videotasks.spec.output.FileTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A contract that a command reads: a local file or folder, else a file or folder of a Git revision
 * such as {@code main:spec/canonical}.
 */
final class ContractInput {
  private final String argument;
  private final @Nullable Path local;
  private final @Nullable RevisionPath revision;

  /**
   * Creates the input.
   *
   * @param argument the argument of the command
   */
  ContractInput(String argument) {
    this.argument = argument;
    this.local = localPath(argument);
    this.revision = RevisionPath.parse(argument);
  }

  private static @Nullable Path localPath(String argument) {
    try {
      Path path = Path.of(argument);
      return Files.exists(path) ? path : null;
    } catch (InvalidPathException e) {
      // A colon is not allowed in every file system.
      return null;
    }
  }

  /** Returns whether the argument names something that may exist. */
  boolean isValid() {
    return local != null || revision != null;
  }

  /**
   * Reads the files.
   *
   * @param notices receives one line when a local path hides a revision, or when an interrupted
   *     change of the folder was completed or undone
   */
  Map<String, byte[]> read(Consumer<String> notices) throws IOException {
    if (local == null) {
      String searchPath = Objects.requireNonNullElse(System.getenv("PATH"), "");
      return GitRepository.around(Path.of("").toAbsolutePath(), searchPath).read(revisionPath());
    }
    if (revision != null) {
      notices.accept(
          argument
              + ": found a local file or folder with this name; it is read, not the revision.");
    }
    if (Files.isDirectory(local)) {
      FileTransaction.recover(local, notices);
    }
    return ContractReader.read(local);
  }

  /**
   * Returns the folder of the module around the contract, such as {@code spec/} for {@code
   * spec/canonical}, as seen from the current folder; empty when that is unknown.
   */
  String moduleFolder() {
    Path path = local == null ? Path.of(revisionPath().plainPath()) : local;
    Path absolute = path.toAbsolutePath().normalize();
    Path name = absolute.getFileName();
    boolean file = name != null && name.toString().contains(".");
    Path folder = file ? absolute.getParent() : absolute;
    return ModuleFolder.of(folder == null ? null : folder.getParent());
  }

  private RevisionPath revisionPath() {
    return Objects.requireNonNull(revision, argument);
  }
}
