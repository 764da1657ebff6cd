package io.github.videotasks.client.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The example responses of the vendors' pages, as stored with the contract. */
final class ContractExamples {
  private static final Path FOLDER = Path.of("../spec/canonical/examples");

  private ContractExamples() {}

  /** Returns the names of all examples, such as {@code chainhub-grok/1.json}, sorted. */
  static List<String> names() {
    try (Stream<Path> files = Files.walk(FOLDER, 2)) {
      return files
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.matches(".+/\\d+\\.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
