package io.github.videotasks.contract.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the site. */
final class SiteFolder {

  private final Path folder;

  private SiteFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Deletes the files of an earlier site.
   *
   * @throws IOException if the folder has other content: a site begins with its index.html
   */
  static SiteFolder replace(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(folder)) {
        files = walk.sorted(Comparator.reverseOrder()).toList();
      }
      if (files.size() > 1 && !Files.exists(folder.resolve("index.html"))) {
        throw new IOException(
            folder + ": expected a folder with a site, found other files; pass another folder");
      }
      for (Path file : files) {
        Files.delete(file);
      }
    }
    return new SiteFolder(Files.createDirectories(folder));
  }

  /** Returns the file with a path that has slashes. */
  Path file(String path) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      throw new IllegalArgumentException("expected a path in the site, found " + path);
    }
    return file;
  }

  void write(String path, String content) throws IOException {
    Path file = file(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  void copy(Path source, String path) throws IOException {
    Path file = file(path);
    Files.createDirectories(file.getParent());
    Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
  }

  void copy(InputStream source, String path) throws IOException {
    Path file = file(path);
    Files.createDirectories(file.getParent());
    Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
