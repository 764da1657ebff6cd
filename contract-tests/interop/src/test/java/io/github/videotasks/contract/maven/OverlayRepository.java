package io.github.videotasks.contract.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Local Maven repository with the artifacts of this build on top of the user's repository. Our own
 * group is a real folder; all other groups are symbolic links to the user's repository.
 *
 * <p>Rejected alternatives: {@code mvn install} would leave a snapshot that other checkouts of this
 * project would resolve. An empty repository with the user's repository as a remote would copy
 * every plugin, and a mirror in the user's settings could hide the remote. Downloads of a nested
 * build are stored in the user's repository through the links, as in any build.
 */
final class OverlayRepository {
  private static final List<String> GROUP = List.of("io", "github", "videotasks");

  private final Path origin;
  private final Path target;

  OverlayRepository(Path origin, Path target) {
    this.origin = origin.toAbsolutePath();
    this.target = target.toAbsolutePath();
  }

  void populate(BuildArtifacts reactor) {
    try {
      deleteTarget();
      Path from = origin;
      Path to = target;
      for (String part : GROUP) {
        Files.createDirectories(to);
        linkAllExcept(part, from, to);
        from = from.resolve(part);
        to = to.resolve(part);
      }
      for (Map.Entry<String, Path> file : reactor.files().entrySet()) {
        Path copy = to.resolve(file.getKey());
        Files.createDirectories(copy.getParent());
        Files.copy(file.getValue(), copy, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "could not create the repository for nested builds in " + target, e);
    }
  }

  private static void linkAllExcept(String part, Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry) && !name.equals(part)) {
          Files.createSymbolicLink(to.resolve(name), entry);
        }
      }
    }
  }

  /** Deletes the target folder without following its symbolic links. */
  private void deleteTarget() throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    Files.walkFileTree(
        target,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
