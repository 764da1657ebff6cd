package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.drift.DriftDetector;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.output.OutputFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ExitCode;

/**
 * Prints corrections that cannot be applied, and below them the changes of the contract without
 * them: usually a page has changed, and the changes show how to adapt the correction.
 */
final class CorrectionFailure {
  private final Path folder;
  private final PrintWriter err;

  CorrectionFailure(Path folder, PrintWriter err) {
    this.folder = folder;
    this.err = err;
  }

  /**
   * Prints the failure.
   *
   * @param failure why the derivation ended
   * @return the exit code
   * @throws RejectedInputException when it ended for another reason than a correction
   */
  int print(RejectedInputException failure) throws IOException {
    if (!failure.finding().rule().equals("correction-unmatched")) {
      throw failure;
    }
    // An action with two targets may be rejected twice.
    Set<String> skipped = new LinkedHashSet<>();
    DerivationResult derived =
        Derivation.deriveSkipping(
            SourcePaths.of(folder), rejection -> skipped.add(rejection.finding().toString()));
    skipped.forEach(err::println);
    Path canonical = folder.resolve("canonical");
    if (!Files.isRegularFile(canonical.resolve("openapi.yaml"))) {
      return ExitCode.SOFTWARE;
    }
    List<Change> changes =
        new DriftDetector(new OutputFolder(canonical, err::println)).detect(derived);
    err.println("Without these corrections, the derived contract differs from the committed one:");
    changes.forEach(change -> err.println("  " + change));
    err.println("Nothing was written.");
    return ExitCode.SOFTWARE;
  }
}
