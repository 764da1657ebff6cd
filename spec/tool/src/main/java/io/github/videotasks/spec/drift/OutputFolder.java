package io.github.videotasks.spec.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that derived files are written to. It holds nothing else. */
public final class OutputFolder {
  private final Path folder;

  public OutputFolder(Path folder) {
    this.folder = folder;
  }

  /** Gives the names of the files in it, with slashes. */
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

  /** Gives a file's content; null when there is none. */
  byte @Nullable [] read(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
  }

  /**
   * Writes the files and removes the derived files of an earlier run that are no longer derived.
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
