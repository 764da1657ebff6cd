package io.github.videotasks.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A temporary copy of a folder that has the layout of {@code spec/}, in which a change is tried. It
 * is deleted when it is closed.
 */
public final class SpecFolderCopy implements AutoCloseable {
  private static final List<String> FOLDERS =
      List.of("pages", "corrections", "canonical", "released", "observed");

  private final Path folder;

  private SpecFolderCopy(Path folder) {
    this.folder = folder;
  }

  /**
   * Copies a folder.
   *
   * @param original the folder that contains {@code pages/}
   * @return the copy, in a new temporary folder that {@link #close} deletes
   * @throws IOException when a file cannot be read or written
   */
  public static SpecFolderCopy of(Path original) throws IOException {
    SpecFolderCopy copy = new SpecFolderCopy(Files.createTempDirectory("spec-copy"));
    try {
      for (var file : files(original).entrySet()) {
        Path target = copy.folder.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.copy(file.getValue(), target);
      }
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /**
   * Creates a folder with one page only.
   *
   * @param page its path below the folder of pages
   * @param text its text
   * @return the folder, which {@link #close} deletes
   * @throws IOException when the folder cannot be written
   */
  public static SpecFolderCopy ofPage(String page, byte[] text) throws IOException {
    SpecFolderCopy copy = new SpecFolderCopy(Files.createTempDirectory("spec-page"));
    Path file = copy.folder.resolve("pages").resolve(page);
    Files.createDirectories(file.getParent());
    Files.write(file, text);
    return copy;
  }

  /** {@return the folder of the copy} */
  public Path folder() {
    return folder;
  }

  /**
   * {@return the contents of its files by path, with slashes}
   *
   * @throws IOException when a file cannot be read
   */
  public SortedMap<String, byte[]> read() throws IOException {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    for (var file : files(folder).entrySet()) {
      contents.put(file.getKey(), Files.readAllBytes(file.getValue()));
    }
    return contents;
  }

  /** Returns the files of a spec folder by path; its modules and hidden files are left out. */
  private static SortedMap<String, Path> files(Path root) throws IOException {
    SortedMap<String, Path> found = new TreeMap<>();
    try (Stream<Path> top = Files.list(root)) {
      top.filter(SpecFolderCopy::isVisibleFile)
          .forEach(file -> found.put(file.getFileName().toString(), file));
    }
    for (String name : FOLDERS) {
      Path part = root.resolve(name);
      if (Files.isDirectory(part)) {
        try (Stream<Path> below = Files.walk(part)) {
          below
              .filter(file -> isVisibleFile(file) && !isHidden(root.relativize(file)))
              .forEach(
                  file -> found.put(root.relativize(file).toString().replace('\\', '/'), file));
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
      }
    }
    return found;
  }

  private static boolean isVisibleFile(Path file) {
    return Files.isRegularFile(file) && !isHidden(file.getFileName());
  }

  private static boolean isHidden(Path path) {
    for (Path step : path) {
      if (step.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
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
