package io.github.videotasks.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --resume}. */
final class ResumeOption {
  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Stores the state of the wait in FILE while it is open, and continues the wait if FILE"
              + " exists. FILE is deleted when the task has ended, and kept after an outage or the"
              + " deadline. A continued wait keeps its endpoint; another one in --endpoint is an"
              + " error.")
  private @Nullable Path file;

  /** Returns the file; null without the option. */
  @Nullable Path file() {
    return file;
  }
}
