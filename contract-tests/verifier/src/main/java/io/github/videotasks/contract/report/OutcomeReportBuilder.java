package io.github.videotasks.contract.report;

import io.github.videotasks.contract.provider.VerificationOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds the report of a host from the outcomes of Pact's verifier alone. */
public final class OutcomeReportBuilder {

  private OutcomeReportBuilder() {}

  /**
   * {@return a report that contains only the matrix, in the order of the outcomes}
   *
   * @param head what the report is about
   * @param outcomes the outcomes in the order of the rows
   */
  public static Report build(ReportHead head, List<VerificationOutcome> outcomes) {
    return new Report(
        head,
        groupBy(outcomes, VerificationOutcome::provider).entrySet().stream()
            .map(
                provider ->
                    new ProviderRows(
                        provider.getKey(),
                        // As in the report of the build, which names pages within spec/.
                        provider.getValue().get(0).page().replaceFirst("^spec/", ""),
                        rows(provider.getValue())))
            .toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<MatrixRow> rows(List<VerificationOutcome> outcomes) {
    return groupBy(outcomes, VerificationOutcome::interaction).values().stream()
        .map(OutcomeReportBuilder::row)
        .toList();
  }

  private static MatrixRow row(List<VerificationOutcome> outcomes) {
    VerificationOutcome first = outcomes.get(0);
    return new MatrixRow(
        first.operation(),
        first.state(),
        first.interaction(),
        new ExampleEvidence(first.example(), null, null, List.of()),
        outcomes.stream()
            .map(it -> new MatrixCell(it.consumer(), List.of(Checks.toResult(it))))
            .toList());
  }

  private static Map<String, List<VerificationOutcome>> groupBy(
      List<VerificationOutcome> outcomes, Function<VerificationOutcome, String> key) {
    return outcomes.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
