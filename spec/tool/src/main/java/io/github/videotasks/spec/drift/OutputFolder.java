package io.github.videotasks.spec.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that derived files are written to; it contains no other files. */
public final class OutputFolder {
  private final Path folder;

  public OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns the sorted paths of its files, relative to the folder and with slashes; empty when the
   * folder does not exist.
   */
  public List<String> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> folder.relativize(f).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** Returns the content of a file; null when it does not exist. */
  byte @Nullable [] read(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
  }

  /**
   * Writes the files and deletes examples of an earlier run that are no longer derived.
   *
   * @param files the content by path below the folder
   * @throws IOException when a file cannot be written or deleted
   */
  public void replace(Map<String, byte[]> files) throws IOException {
    for (String name : files()) {
      boolean derived = name.startsWith("examples/") && name.endsWith(".json");
      if (derived && !files.containsKey(name)) {
        Files.delete(folder.resolve(name));
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent() == null ? folder : path.getParent());
      Files.write(path, file.getValue());
    }
  }
}
