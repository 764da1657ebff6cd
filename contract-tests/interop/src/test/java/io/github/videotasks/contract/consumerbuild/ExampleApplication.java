package io.github.videotasks.contract.consumerbuild;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.testkit.RepositoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An application of the examples, which is built in a copy. */
final class ExampleApplication {

  private ExampleApplication() {}

  /**
   * Copies the application.
   *
   * @param name the name of its folder
   * @param target where to copy it
   * @return its POM
   */
  static Path copy(String name, Path target) throws IOException {
    Path origin = RepositoryLayout.find().root().resolve("contract-tests/examples").resolve(name);
    for (Path file : RepositoryFiles.below(origin)) {
      Path copy = target.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.write(copy, Files.readAllBytes(origin.resolve(file)));
    }
    return target.resolve("pom.xml");
  }
}
