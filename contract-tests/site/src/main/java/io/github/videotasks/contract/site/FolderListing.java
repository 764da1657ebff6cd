package io.github.videotasks.contract.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names of the files that a folder of the repository has, without its README. */
public final class FolderListing {

  private FolderListing() {}

  /**
   * Returns the names of the files with an extension, sorted.
   *
   * @param extension with its dot
   */
  public static List<String> fileNames(Path folder, String extension) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(extension) && !name.equals("README.md"))
          .sorted()
          .toList();
    }
  }
}
