package io.github.videotasks.contract.testkit;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of a checkout, without those that a build, npm, git or an editor writes. */
public final class RepositoryFiles {

  private static final Set<String> SKIPPED_FOLDERS =
      Set.of("target", "node_modules", ".git", ".idea");

  private RepositoryFiles() {}

  /**
   * Lists the files.
   *
   * @param root the top folder of the checkout
   * @return paths relative to the root, sorted
   */
  public static List<Path> below(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED_FOLDERS.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(root.relativize(file));
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }
}
