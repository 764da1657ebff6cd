package io.github.videotasks.contract.report;

import io.github.videotasks.contract.provider.VerificationOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report of what Pact's verifier found on a host, from nothing but its verdicts. */
public final class OutcomeReportBuilder {

  private OutcomeReportBuilder() {}

  /** The matrix alone, in the order of the verdicts. */
  public static Report build(List<VerificationOutcome> verdicts) {
    return new Report(
        groupBy(verdicts, VerificationOutcome::provider).entrySet().stream()
            .map(provider -> new ProviderRows(provider.getKey(), "", rows(provider.getValue())))
            .toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<MatrixRow> rows(List<VerificationOutcome> verdicts) {
    return groupBy(verdicts, VerificationOutcome::interaction).values().stream()
        .map(OutcomeReportBuilder::row)
        .toList();
  }

  private static MatrixRow row(List<VerificationOutcome> verdicts) {
    VerificationOutcome first = verdicts.get(0);
    return new MatrixRow(
        "",
        first.state(),
        first.interaction(),
        new ExampleEvidence(first.example(), null, List.of()),
        verdicts.stream()
            .map(it -> new MatrixCell(it.consumer(), List.of(Checks.toResult(it))))
            .toList());
  }

  private static Map<String, List<VerificationOutcome>> groupBy(
      List<VerificationOutcome> verdicts, Function<VerificationOutcome, String> key) {
    return verdicts.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
