package io.github.videotasks.contract.callers;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Class path of a consumer of client-ext, without the dependencies of the tests. */
final class ConsumerClassPath {

  private ConsumerClassPath() {}

  /**
   * Returns the class path of client-ext and its dependencies, and of some jars of the test's class
   * path.
   *
   * @param artifacts artifact ids of these jars
   */
  static String with(List<String> artifacts) {
    Path target = RepositoryLayout.find().root().resolve("client-ext/target");
    List<String> entries = new ArrayList<>();
    entries.add(target.resolve("classes").toString());
    entries.add(readFile(target.resolve("runtime-class-path.txt")).strip());
    artifacts.forEach(each -> entries.add(findJar(each)));
    return String.join(File.pathSeparator, entries);
  }

  private static String readFile(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected " + file + ", which the build of client-ext writes; build with -am", e);
    }
  }

  private static String findJar(String artifact) {
    String name = ".*[/\\\\]" + artifact.replace(".", "\\.") + "-[0-9][^/\\\\]*\\.jar";
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(each -> each.matches(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected a jar of " + artifact + " on the class path, found none"));
  }
}
