package io.github.videotasks.contract.report;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCase.Expectation;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ExampleRef;
import io.github.videotasks.contract.replay.ResponseOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds the report of a checkout: a row for each provider state, filled with the check results
 * that were written so far. A check that did not run is reported as such.
 */
public final class ContractReportBuilder {

  private final RepositoryLayout layout;
  private final ContractCases cases;
  private final List<InteractionCheckResult> results;

  private ContractReportBuilder(RepositoryLayout checkout, ReportInputs inputs) {
    this.layout = checkout;
    this.cases = ContractCases.read(checkout);
    this.results = inputs.checkResults();
  }

  /**
   * Builds the report from the parts that exist.
   *
   * @param checkout the folders of a checkout
   * @param inputs the folder of the parts
   * @return the report; parts that do not exist are empty
   * @throws IOException when a file of the checkout cannot be read
   */
  public static Report build(RepositoryLayout checkout, ReportInputs inputs) throws IOException {
    ContractReportBuilder report = new ContractReportBuilder(checkout, inputs);
    List<InteractionFieldReads> fieldReads = inputs.fieldReads();
    return new Report(
        ReportHead.of(Clock.systemUTC(), "mvn verify", contractVersion(checkout), System.getenv()),
        report.cases.catalogue().providers().stream().map(report::providerRows).toList(),
        inputs.mutationScores(),
        fieldReads.isEmpty() ? List.of() : FieldUsageTable.of(checkout, fieldReads),
        CoverageCounter.of(checkout, report.cases));
  }

  private static String contractVersion(RepositoryLayout checkout) throws IOException {
    Path contract = checkout.spec().resolve("canonical/openapi.yaml");
    return new YAMLMapper().readTree(contract.toFile()).at("/info/version").asText();
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
    List<CheckResult> exampleResults =
        row.origin().isDocumented()
            ? checkResults(Checks.EXAMPLE_CHECKS, provider, row, "")
            : List.of();
    return new MatrixRow(
        row.operation().operationId(),
        row.state(),
        row.interaction(),
        new ExampleEvidence(
            label(row.origin()),
            row.origin().exampleRef().orElse(null),
            row.origin().exampleRef().flatMap(this::location).orElse(null),
            exampleResults),
        consumers.stream()
            .map(it -> new MatrixCell(it, contractResults(provider, row, it)))
            .toList());
  }

  /** No vendor documents some responses: a check that passes there proves only the wiring. */
  private List<CheckResult> contractResults(
      ContractProvider provider, ContractCase row, String consumer) {
    return checkResults(Checks.CONTRACT_CHECKS, provider, row, consumer).stream()
        .map(
            it ->
                it.tone() == CheckStatus.GOOD && !row.origin().isDocumented()
                    ? it.withTone(CheckStatus.TRIED)
                    : it)
        .toList();
  }

  private List<CheckResult> checkResults(
      List<String> checks, ContractProvider provider, ContractCase row, String consumer) {
    return checks.stream()
        .map(
            check ->
                findResult(check, provider, row, consumer)
                    .orElseGet(() -> missingResult(check, row)))
        .toList();
  }

  private static CheckResult missingResult(String check, ContractCase row) {
    return check.equals(Checks.MUTATION) && row.expectation() == Expectation.STATUS_CLASS
        ? new CheckResult(check, CheckStatus.ABSENT, "nothing to mutate", List.of())
        : CheckResult.notRun(check);
  }

  private Optional<CheckResult> findResult(
      String check, ContractProvider provider, ContractCase row, String consumer) {
    return results.stream()
        .filter(
            it ->
                it.provider().equals(provider.id())
                    && it.interaction().equals(row.interaction())
                    && it.consumer().equals(consumer))
        .map(InteractionCheckResult::result)
        .filter(result -> result.check().startsWith(check))
        .findFirst();
  }

  private static String label(ResponseOrigin origin) {
    return origin instanceof ResponseOrigin.Undocumented undocumented
        ? origin.label() + ". " + undocumented.fact()
        : origin.label();
  }

  private Optional<String> location(ExampleRef ref) {
    return cases.catalogue().providers().stream()
        .flatMap(provider -> locations(provider, ref))
        .findFirst();
  }

  private static Stream<String> locations(ContractProvider provider, ExampleRef ref) {
    return provider.operations().stream()
        .flatMap(operation -> operation.examples().stream())
        .filter(it -> provider.exampleRef(it).equals(ref))
        .map(it -> "spec/" + provider.page() + ":" + it.line());
  }

  /**
   * Writes the report with the parts that exist now. Each check calls it after it wrote its part.
   *
   * @param checkout the folders of a checkout
   * @param folder the folder of the report
   * @param inputs the folder of the parts
   * @throws UncheckedIOException when a file cannot be read or written
   */
  public static void refresh(RepositoryLayout checkout, Path folder, ReportInputs inputs) {
    try {
      new ReportWriter(folder).write(build(checkout, inputs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
