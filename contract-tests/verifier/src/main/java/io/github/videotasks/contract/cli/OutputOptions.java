package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.report.JUnitReport;
import io.github.videotasks.contract.report.OutcomeReportBuilder;
import io.github.videotasks.contract.report.ReportHead;
import io.github.videotasks.contract.report.ReportWriter;
import io.github.videotasks.contract.report.SarifReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that a run writes. */
final class OutputOptions {

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "The folder for index.html, index.md and index.json.")
  private @Nullable Path report;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "The file for JUnit XML: a test case for each interaction.")
  private @Nullable Path junit;

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "The file for SARIF 2.1.0: a result for each broken contract.")
  private @Nullable Path sarif;

  /**
   * Checks that the files can be written: a run may take minutes.
   *
   * @throws IllegalArgumentException when one cannot; the message starts with the option
   */
  void validate() {
    if (report != null) {
      createFolder("--report", report);
    }
    validateFile("--junit", junit);
    validateFile("--sarif", sarif);
  }

  private static void validateFile(String option, @Nullable Path file) {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null) {
      throw new IllegalArgumentException(option + ": expected a file, found the folder " + file);
    }
    createFolder(option, folder);
  }

  private static void createFolder(String option, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s: expected a folder, cannot create %s: %s"
              .formatted(option, folder, e.getClass().getSimpleName()),
          e);
    }
    if (!Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          "%s: expected a folder that can be written, found %s".formatted(option, folder));
    }
  }

  /**
   * Writes the files.
   *
   * @param writes runs each write
   * @param isBundled whether the contracts are those of this jar, whose version a report names
   * @param environment variables by name; pipelines name the commit in one of them
   */
  void write(
      OutputWrites writes,
      List<VerificationOutcome> outcomes,
      boolean isBundled,
      Map<String, String> environment) {
    Path folder = report;
    if (folder != null) {
      writes.run("--report", () -> writeReport(folder, outcomes, isBundled, environment));
    }
    Path xml = junit;
    if (xml != null) {
      writes.run("--junit", () -> Files.writeString(xml, JUnitReport.of(outcomes)));
    }
    Path json = sarif;
    if (json != null) {
      String version = ContractVerifier.version();
      // Half a surrogate pair of a response becomes a question mark, not an error.
      writes.run(
          "--sarif",
          () ->
              Files.write(
                  json, SarifReport.of(outcomes, version).getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static void writeReport(
      Path folder,
      List<VerificationOutcome> outcomes,
      boolean isBundled,
      Map<String, String> environment)
      throws IOException {
    ReportHead head =
        ReportHead.of(
            Clock.systemUTC(),
            "contract-verifier " + ContractVerifier.version(),
            isBundled ? BundledFiles.contractVersion() : "",
            environment);
    new ReportWriter(folder).write(OutcomeReportBuilder.build(head, outcomes));
  }
}
