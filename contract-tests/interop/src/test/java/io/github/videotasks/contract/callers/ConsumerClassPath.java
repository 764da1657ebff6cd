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

/** What a consumer of client-ext has on its class path, and nothing that only tests have. */
final class ConsumerClassPath {

  private ConsumerClassPath() {}

  /**
   * Gives client-ext with all that it brings, and some jars of the test's own class path.
   *
   * @param artifacts the names of these jars before their versions
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
          "expected what the build of client-ext writes, found nothing; build with -am", e);
    }
  }

  private static String findJar(String artifact) {
    String name = ".*[/\\\\]" + artifact.replace(".", "\\.") + "-[0-9][^/\\\\]*\\.jar";
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(each -> each.matches(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("expected a jar of " + artifact + ", found none"));
  }
}
