package io.github.videotasks.spec.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of the commands that only read pages. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SpecFolderOption {
  @Option(
      names = "--spec",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder that contains pages/, corrections/ and providers.yaml.")
  private Path folder;

  Path folder() {
    return folder;
  }
}
