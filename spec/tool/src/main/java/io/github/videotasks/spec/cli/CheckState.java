package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.write.Sha256;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records what a successful check has read and written, so that the next one can end at once when
 * nothing has changed: the tool itself, its libraries, Java, and each file by its SHA-256. Whatever
 * cannot be verified counts as changed.
 */
final class CheckState {
  private final Path file;
  private final List<Path> content;
  private final String context;

  /**
   * Creates a view.
   *
   * @param file the file with the record
   * @param content files and folders that the check reads or writes; they need not exist
   * @param context what else the result of the check depends on
   */
  CheckState(Path file, List<Path> content, String context) {
    this.context = context;
    this.file = file;
    this.content = content;
  }

  /** Returns whether the state is the recorded one. */
  boolean isRecorded(@Nullable String state) throws IOException {
    return state != null
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && state.equals(Files.readString(file));
  }

  /** Records the present state, if it can be determined. */
  void record() throws IOException {
    String state = read();
    if (state == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, state);
  }

  /** Returns the present state; null when it cannot be determined. */
  @Nullable String read() {
    List<String> lines =
        new ArrayList<>(List.of("java " + System.getProperty("java.vm.version"), context));
    try {
      List<Path> classPath = classPath(CheckState.class.getClassLoader());
      for (Path entry : classPath) {
        addAll(entry, lines);
      }
      for (Path root : content) {
        addAll(root, lines);
      }
      return classPath.isEmpty()
          ? null
          : Sha256.hex(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)) + "\n";
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      // For example a file that disappeared meanwhile; the check itself will report a real problem.
      return null;
    }
  }

  private static List<Path> classPath(@Nullable ClassLoader loader) throws URISyntaxException {
    List<Path> entries = new ArrayList<>();
    if (loader instanceof URLClassLoader urls) {
      for (URL url : urls.getURLs()) {
        entries.add(Path.of(url.toURI()));
      }
    } else {
      for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
        entries.add(Path.of(entry));
      }
    }
    return entries;
  }

  private static void addAll(Path root, List<String> lines) throws IOException {
    if (!Files.exists(root)) {
      lines.add(root + " absent");
      return;
    }
    try (Stream<Path> found = Files.walk(root)) {
      for (Path at : found.sorted().toList()) {
        if (Files.isSymbolicLink(at) && !at.equals(root)) {
          throw new FileSystemException(at.toString());
        }
        lines.add(at + " " + describe(at));
      }
    }
  }

  /** Jars of libraries are many megabytes; a build replaces them as a whole. */
  private static String describe(Path at) throws IOException {
    if (Files.isDirectory(at)) {
      return "folder";
    }
    return at.toString().endsWith(".jar")
        ? Files.size(at) + " " + Files.getLastModifiedTime(at)
        : Sha256.hex(Files.readAllBytes(at));
  }
}
