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
 * A local repository that is the user's, by symbolic links, but for our own group, which it holds
 * itself.
 *
 * <p>Not {@code mvn install}: that would leave a snapshot behind that other checkouts of this
 * project then find. Not an empty repository with the user's as a remote: it would copy every
 * plugin, and a mirror in the user's settings could hide it. What a nested build downloads goes
 * through the links to the user's repository, as in any build.
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
      Path theirs = origin;
      Path ours = target;
      for (String part : GROUP) {
        Files.createDirectories(ours);
        linkAllExcept(part, theirs, ours);
        theirs = theirs.resolve(part);
        ours = ours.resolve(part);
      }
      for (Map.Entry<String, Path> file : reactor.files().entrySet()) {
        Path copy = ours.resolve(file.getKey());
        Files.createDirectories(copy.getParent());
        Files.copy(file.getValue(), copy, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no repository for nested builds in " + target, e);
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

  /** Does not follow the links. */
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
