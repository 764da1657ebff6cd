package io.github.videotasks.spec.edit;

import io.github.videotasks.spec.SourcePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary copy of the corrections with one more, for a derivation that changes nothing. */
final class CorrectionSandbox implements AutoCloseable {
  private final Path folder;
  private final SourcePaths sources;

  private CorrectionSandbox(Path folder, SourcePaths sources) {
    this.folder = folder;
    this.sources = sources;
  }

  /**
   * Copies the corrections.
   *
   * @param name the file name of the further correction
   * @param overlay its content
   */
  static CorrectionSandbox create(SourcePaths sources, String name, byte[] overlay)
      throws IOException {
    Path folder = Files.createTempDirectory("spec-correct");
    CorrectionSandbox sandbox =
        new CorrectionSandbox(
            folder, new SourcePaths(sources.pages(), sources.providers(), folder));
    try {
      Path corrections = sources.corrections();
      if (corrections != null) {
        try (Stream<Path> files = Files.list(corrections)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Files.copy(file, folder.resolve(file.getFileName().toString()));
          }
        }
      }
      Files.write(folder.resolve(name), overlay);
      return sandbox;
    } catch (IOException | RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  SourcePaths sources() {
    return sources;
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
