package io.github.videotasks.spec.output;

import io.github.videotasks.spec.write.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** File operations of a transaction. */
final class TransactionFiles {
  private TransactionFiles() {}

  /** Returns the SHA-256 of a file; null when it does not exist. */
  static @Nullable String hash(Path file) throws IOException {
    try {
      return Sha256.hex(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Deletes a folder unless it contains something. */
  static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Something else is in it, which stays.
    }
  }

  /** Deletes a folder with all that it contains; symbolic links are deleted, not followed. */
  static void deleteAll(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
