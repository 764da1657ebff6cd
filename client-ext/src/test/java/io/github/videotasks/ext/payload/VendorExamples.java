package io.github.videotasks.ext.payload;

import io.github.videotasks.client.runtime.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The example responses of the vendors' pages, as stored in the contract. */
final class VendorExamples {

  private static final Path DIRECTORY = Path.of("../spec/canonical/examples");

  private VendorExamples() {}

  static String text(String name) {
    try {
      return Files.readString(DIRECTORY.resolve(name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TaskState state(String name) {
    return TaskState.of(new TaskId("requested:id"), JsonValue.parse(text(name)));
  }

  /** Returns the sorted names of all examples, such as {@code jxincm-sora/2}. */
  static List<String> names() {
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      return files
          .map(file -> DIRECTORY.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.matches(".+/\\d+\\.json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
