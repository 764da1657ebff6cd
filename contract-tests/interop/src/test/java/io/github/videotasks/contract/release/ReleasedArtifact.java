package io.github.videotasks.contract.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One version of an artifact in a Maven repository in a folder.
 *
 * @param groupId its group id
 * @param artifactId its artifact id
 * @param version its version; a snapshot without the time of its deployment
 * @param files its files by their suffix, for example {@code -sources.jar} or {@code .pom.md5};
 *     without the metadata of the repository
 */
record ReleasedArtifact(
    String groupId, String artifactId, String version, SortedMap<String, Path> files) {

  /** Checksums and signatures accompany a file and are not released on their own. */
  private static final Pattern COMPANION = Pattern.compile(".*\\.(md5|sha1|sha256|sha512|asc)");

  /**
   * Reads all artifacts of a repository, in the order of their paths.
   *
   * @throws IOException if the folder does not exist or cannot be read
   * @throws IllegalStateException if a snapshot was deployed twice
   */
  static List<ReleasedArtifact> readAll(Path repository) throws IOException {
    Map<Path, SortedMap<String, Path>> byFolder = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(repository)) {
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        if (!fileName(file).startsWith("maven-metadata")) {
          Path folder = repository.relativize(file.getParent());
          add(byFolder.computeIfAbsent(folder, it -> new TreeMap<>()), folder, file);
        }
      }
    }
    List<ReleasedArtifact> artifacts = new ArrayList<>();
    byFolder.forEach(
        (folder, files) ->
            artifacts.add(
                new ReleasedArtifact(
                    folder.getParent().getParent().toString().replace('\\', '.').replace('/', '.'),
                    fileName(folder.getParent()),
                    fileName(folder),
                    files)));
    return artifacts;
  }

  /** Returns the suffixes of the files that are released, without checksums and signatures. */
  List<String> suffixes() {
    return files.keySet().stream().filter(it -> !COMPANION.matcher(it).matches()).toList();
  }

  /** Returns a file that exists. */
  Path file(String suffix) {
    return Objects.requireNonNull(files.get(suffix), suffix);
  }

  private static void add(SortedMap<String, Path> files, Path folder, Path file) {
    String version = fileName(folder).replaceFirst("-SNAPSHOT$", "");
    Matcher name =
        Pattern.compile(
                Pattern.quote(fileName(folder.getParent()) + "-" + version)
                    + "(?:-SNAPSHOT|-\\d{8}\\.\\d{6}-\\d+)?(.*)")
            .matcher(fileName(file));
    if (!name.matches()) {
      throw new IllegalStateException("expected a file of " + folder + ", found " + file);
    }
    Path other = files.put(name.group(1), file);
    if (other != null) {
      throw new IllegalStateException(
          "expected one deployment of " + folder + ", found two; delete the repository: " + other);
    }
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }
}
