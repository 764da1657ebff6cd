package io.github.videotasks.contract.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Folder of the group, artifact id, version, and file name. */
  private static final Pattern PATH = Pattern.compile("(.+)/([^/]+)/([^/]+)/([^/]+)");

  /** Checksums and signatures accompany a file and are not released on their own. */
  private static final Pattern COMPANION = Pattern.compile(".*\\.(md5|sha1|sha256|sha512|asc)");

  /**
   * Reads all artifacts of a repository, in the order of their ids.
   *
   * @throws IOException if the folder does not exist or cannot be read
   * @throws IllegalStateException if a snapshot was deployed twice
   */
  static List<ReleasedArtifact> readAll(Path repository) throws IOException {
    Map<String, ReleasedArtifact> artifacts = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(repository)) {
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        String relative = repository.relativize(file).toString().replace('\\', '/');
        Matcher path = PATH.matcher(relative);
        if (path.matches() && !path.group(4).startsWith("maven-metadata")) {
          artifacts
              .computeIfAbsent(
                  path.group(2),
                  it ->
                      new ReleasedArtifact(
                          path.group(1).replace('/', '.'), it, path.group(3), new TreeMap<>()))
              .add(path.group(4), file);
        }
      }
    }
    return List.copyOf(artifacts.values());
  }

  /** Returns the suffixes of the files that are released, without checksums and signatures. */
  List<String> suffixes() {
    return files.keySet().stream().filter(it -> !COMPANION.matcher(it).matches()).toList();
  }

  /** Returns a file that exists. */
  Path file(String suffix) {
    return Objects.requireNonNull(files.get(suffix), suffix);
  }

  private void add(String fileName, Path file) {
    Matcher name =
        Pattern.compile(
                Pattern.quote(artifactId + "-" + version.replaceFirst("-SNAPSHOT$", ""))
                    + "(?:-SNAPSHOT|-\\d{8}\\.\\d{6}-\\d+)?(.*)")
            .matcher(fileName);
    if (!name.matches()) {
      throw new IllegalStateException(
          "expected a file of " + artifactId + " " + version + ", found " + file);
    }
    Path other = files.put(name.group(1), file);
    if (other != null) {
      throw new IllegalStateException(
          "expected one deployment of %s, found two; delete the repository: %s"
              .formatted(artifactId, other));
    }
  }
}
