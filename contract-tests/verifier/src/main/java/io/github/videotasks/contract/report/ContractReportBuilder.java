package io.github.videotasks.contract.report;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.replay.Catalogue;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCase.Expectation;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ResponseOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report of a checkout: a row for each provider state that its data has, filled with what the
 * judges have handed in so far. A judge that has not run leaves a cell that says so.
 */
public final class ContractReportBuilder {

  private final RepositoryLayout layout;
  private final ContractCases cases;
  private final List<InteractionCheckResult> results;

  private ContractReportBuilder(RepositoryLayout checkout, ReportInputs parts) {
    this.layout = checkout;
    this.cases = ContractCases.read(checkout);
    this.results = parts.checkResults();
  }

  /** Puts together what there is. */
  public static Report build(RepositoryLayout checkout, ReportInputs parts) throws IOException {
    ContractReportBuilder report = new ContractReportBuilder(checkout, parts);
    List<InteractionFieldReads> readings = parts.fieldReads();
    return new Report(
        report.cases.catalogue().providers().stream().map(report::providerRows).toList(),
        parts.mutationScores(),
        readings.isEmpty() ? List.of() : FieldUsageTable.of(checkout, readings),
        CoverageCounter.of(checkout, report.cases));
  }

  private ProviderRows providerRows(ContractProvider provider) {
    List<String> consumers =
        PactFiles.forProvider(layout, provider.id()).stream()
            .map(file -> PactFiles.pacticipant(file, "consumer"))
            .toList();
    return new ProviderRows(
        provider.id(),
        provider.page(),
        cases.forProvider(provider).stream().map(row -> row(provider, row, consumers)).toList());
  }

  private MatrixRow row(ContractProvider provider, ContractCase row, List<String> consumers) {
    List<CheckResult> aboutTheExample =
        row.origin().isDocumented()
            ? checkResults(Checks.EXAMPLE_CHECKS, provider, row, "")
            : List.of();
    return new MatrixRow(
        row.operation().operationId(),
        row.state(),
        row.interaction(),
        new ExampleEvidence(label(row.origin()), location(row.origin()), aboutTheExample),
        consumers.stream()
            .map(it -> new MatrixCell(it, checkResults(Checks.CONTRACT_CHECKS, provider, row, it)))
            .toList());
  }

  private List<CheckResult> checkResults(
      List<String> judges, ContractProvider provider, ContractCase row, String consumer) {
    return judges.stream()
        .map(
            judge ->
                findResult(judge, provider, row, consumer)
                    .orElseGet(() -> missingResult(judge, row)))
        .toList();
  }

  private static CheckResult missingResult(String judge, ContractCase row) {
    return judge.equals(Checks.MUTATION) && row.expectation() == Expectation.STATUS_CLASS
        ? new CheckResult(judge, CheckStatus.ABSENT, "nothing named", List.of())
        : CheckResult.notRun(judge);
  }

  private Optional<CheckResult> findResult(
      String judge, ContractProvider provider, ContractCase row, String consumer) {
    return results.stream()
        .filter(
            it ->
                it.provider().equals(provider.id())
                    && it.interaction().equals(row.interaction())
                    && it.consumer().equals(consumer))
        .map(InteractionCheckResult::result)
        .filter(judgement -> judgement.judge().startsWith(judge))
        .findFirst();
  }

  private static String label(ResponseOrigin origin) {
    return origin instanceof ResponseOrigin.Undocumented undocumented
        ? origin.label() + ". " + undocumented.fact()
        : origin.label();
  }

  private @Nullable String location(ResponseOrigin origin) {
    if (origin instanceof ResponseOrigin.Shown shown) {
      return location(shown.page(), shown.example());
    }
    if (origin instanceof ResponseOrigin.Borrowed borrowed) {
      return location(borrowed.page(), borrowed.example());
    }
    return null;
  }

  private @Nullable String location(String page, int example) {
    Catalogue catalogue = cases.catalogue();
    return catalogue.providers().stream()
        .filter(provider -> provider.pageName().equals(page))
        .flatMap(provider -> locations(provider, example))
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> locations(ContractProvider provider, int example) {
    return provider.operations().stream()
        .flatMap(operation -> operation.examples().stream())
        .filter(it -> it.n() == example)
        .map(it -> "spec/" + provider.page() + ":" + it.line());
  }

  /** Writes the report again, with what is there by now; called by whoever hands something in. */
  public static void refresh(RepositoryLayout checkout, Path folder, ReportInputs parts) {
    try {
      new ReportWriter(folder).write(build(checkout, parts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
