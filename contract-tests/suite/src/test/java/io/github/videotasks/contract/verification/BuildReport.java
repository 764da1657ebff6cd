package io.github.videotasks.contract.verification;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.report.ContractReportBuilder;
import io.github.videotasks.contract.report.ReportInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The report of this build. Every judge hands in what it found when it is done, whether it is
 * content or not, and the report is written again; so it is there after a failed build too.
 */
public final class BuildReport {

  private static final Path FOLDER = Path.of("target/contract-report");

  private BuildReport() {}

  /** Hands something in and writes the report. */
  public static void submit(Consumer<ReportInputs> judge) {
    ReportInputs parts = new ReportInputs(FOLDER.resolve("parts"));
    judge.accept(parts);
    ContractReportBuilder.refresh(RepositoryLayout.find(), FOLDER, parts);
  }

  /** Writes a text beside the report, and prints it for whoever reads the build's log. */
  public static void print(String file, String text) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(file), text);
    System.out.println("\n" + text);
  }
}
