package io.github.videotasks.contract.regeneration;

import io.github.videotasks.contract.RepositoryLayout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The dependencies of client-ext with other classes in place of client-generated. */
final class ExtensionClassPath {

  private ExtensionClassPath() {}

  /**
   * Returns the class path without the classes of client-ext itself.
   *
   * @param generatedClasses folder with the classes of a generated client
   */
  static List<String> withGenerated(Path generatedClasses) throws IOException {
    Path root = RepositoryLayout.find().root();
    String written =
        Files.readString(root.resolve("client-ext/target/runtime-class-path.txt")).strip();
    Path ownClasses = root.resolve("client-generated/target");
    List<String> entries = new ArrayList<>();
    for (String entry : written.split(File.pathSeparator, -1)) {
      if (!Path.of(entry).toAbsolutePath().startsWith(ownClasses.toAbsolutePath())) {
        entries.add(entry);
      }
    }
    entries.add(generatedClasses.toString());
    return entries;
  }
}
