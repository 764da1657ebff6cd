package io.github.videotasks.spec.completeness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Packages of npm that contain real OpenAPI documents, in the versions of a lock file. */
final class CorpusPackages {
  private static final Path FOLDER = Path.of("target/corpora").toAbsolutePath();

  private CorpusPackages() {}

  /**
   * Installs the packages, once. Their scripts do not run.
   *
   * @return the folder of a package; the message of the error if npm is missing or fails
   */
  static String install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Path installed = FOLDER.resolve("installed");
    if (Files.exists(installed)) {
      return "";
    }
    for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
      Path target = FOLDER.resolve(file);
      Files.copy(Path.of("src/corpora", file), target, StandardCopyOption.REPLACE_EXISTING);
    }
    Path log = FOLDER.resolve("npm.log");
    try {
      int exit =
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      if (exit != 0) {
        return "npm ci: exit code " + exit + ", see " + log;
      }
    } catch (IOException e) {
      return "no npm on the PATH";
    }
    Files.createFile(installed);
    return "";
  }

  static Path folder(String name) {
    return FOLDER.resolve("node_modules").resolve(name);
  }
}
