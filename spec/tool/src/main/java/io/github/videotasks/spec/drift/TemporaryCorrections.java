package io.github.videotasks.spec.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary copy of a folder of corrections, which is deleted at the end.
 *
 * @param folder the copy
 */
record TemporaryCorrections(Path folder) implements AutoCloseable {
  static TemporaryCorrections of(Path corrections) throws IOException {
    TemporaryCorrections copy =
        new TemporaryCorrections(Files.createTempDirectory("spec-corrections"));
    for (Path file : list(corrections)) {
      Files.copy(file, copy.folder.resolve(file.getFileName()));
    }
    return copy;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
