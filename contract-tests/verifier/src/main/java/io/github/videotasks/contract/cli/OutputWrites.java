package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.provider.OutputMasker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/**
 * The writing of the files of a run, one after the other. A file that cannot be written costs none
 * of the others: a run may take minutes, and its responses cannot be requested again.
 */
final class OutputWrites {
  private final PrintWriter err;
  private boolean failed;
  private @Nullable RuntimeException defect;

  /**
   * @param err receives one line for each file that cannot be written
   */
  OutputWrites(PrintWriter err) {
    this.err = err;
  }

  /** Writes one file, or the files of one folder. */
  interface Write {
    void run() throws IOException;
  }

  /**
   * Writes and reports a failure.
   *
   * @param option what selects the output, for the message
   */
  void run(String option, Write write) {
    try {
      write.run();
    } catch (IOException | UncheckedIOException e) {
      report(option, e);
    } catch (RuntimeException e) {
      if (defect == null) {
        defect = e;
      } else {
        defect.addSuppressed(e);
      }
    }
  }

  private void report(String option, Exception e) {
    failed = true;
    // The message of an exception of the file system may be the path alone.
    String kind = e instanceof FileSystemException ? e.getClass().getSimpleName() + ": " : "";
    err.println(
        new OutputMasker(null)
            .mask(
                "%s: not written, the other outputs are complete: %s%s"
                    .formatted(option, kind, e.getMessage())));
  }

  /**
   * Returns the exit code of the run. A broken contract counts more than a file that is missing.
   *
   * @param results the exit code of the results
   * @throws RuntimeException if the program itself failed while it wrote a file
   */
  int exitCode(int results) {
    if (defect != null) {
      throw defect;
    }
    return failed && results != ExitCode.SOFTWARE ? ExitCode.USAGE : results;
  }
}
