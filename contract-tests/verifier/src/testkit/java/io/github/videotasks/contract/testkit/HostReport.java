package io.github.videotasks.contract.testkit;

import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.report.OutcomeReportBuilder;
import io.github.videotasks.contract.report.ReportHead;
import io.github.videotasks.contract.report.ReportWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A report of a host with given results, for tests of commands that read one. */
public final class HostReport {

  private static final ReportHead HEAD =
      new ReportHead("2026-01-02T03:04:05Z", "contract-verifier test", "", "");

  private HostReport() {}

  /** Writes a report with one interaction for each status. */
  public static void write(Path folder, String consumer, String provider, Status... statuses)
      throws IOException {
    List<VerificationOutcome> outcomes =
        Arrays.stream(statuses)
            .map(
                it ->
                    new VerificationOutcome(
                        consumer,
                        provider,
                        "o",
                        "p",
                        "s" + it,
                        "i" + it,
                        "",
                        it,
                        "replay: ",
                        List.of()))
            .toList();
    new ReportWriter(folder).write(OutcomeReportBuilder.build(HEAD, outcomes));
  }
}
