package io.github.videotasks.contract.verification;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.report.ContractReportBuilder;
import io.github.videotasks.contract.report.ReportInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The report of this build. Each check writes its results when it ends, whether it passed or
 * failed, and rewrites the report, so that the report exists after a failed build as well.
 */
public final class BuildReport {

  private static final Path FOLDER = Path.of("target/contract-report");

  private BuildReport() {}

  /**
   * Writes a part of the report and rewrites the report.
   *
   * @param part writes the results of a check
   */
  public static void submit(Consumer<ReportInputs> part) {
    ReportInputs inputs = new ReportInputs(FOLDER.resolve("parts"));
    part.accept(inputs);
    ContractReportBuilder.refresh(RepositoryLayout.find(), FOLDER, inputs);
  }

  /** Writes a text beside the report, and prints it to the log of the build. */
  public static void print(String file, String text) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(file), text);
    System.out.println("\n" + text);
  }
}
