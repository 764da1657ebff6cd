package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.broker.PactBroker.ContractResult;
import io.github.videotasks.contract.report.CheckStatus;
import io.github.videotasks.contract.report.MatrixCell;
import io.github.videotasks.contract.report.ProviderRows;
import io.github.videotasks.contract.report.Report;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Derives one result for each contract from the cells of a report. */
final class ContractResults {

  private ContractResults() {}

  /**
   * Returns one result for each contract of which an interaction was verified. The contract is kept
   * unless one of its cells is {@link CheckStatus#BAD}.
   */
  static List<ContractResult> of(Report report) {
    return report.providers().stream().flatMap(ContractResults::of).toList();
  }

  private static Stream<ContractResult> of(ProviderRows provider) {
    Map<String, List<CheckStatus>> statuses =
        provider.rows().stream()
            .flatMap(row -> row.cells().stream())
            .collect(
                Collectors.groupingBy(
                    MatrixCell::consumer,
                    TreeMap::new,
                    Collectors.mapping(cell -> cell.summary().tone(), Collectors.toList())));
    return statuses.entrySet().stream()
        .filter(it -> it.getValue().stream().anyMatch(status -> status != CheckStatus.ABSENT))
        .map(
            it ->
                new ContractResult(
                    it.getKey(), provider.id(), !it.getValue().contains(CheckStatus.BAD)));
  }
}
