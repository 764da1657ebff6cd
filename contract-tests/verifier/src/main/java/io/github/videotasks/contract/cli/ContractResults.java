package io.github.videotasks.contract.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.broker.PactBroker.ContractResult;
import io.github.videotasks.contract.report.CheckStatus;
import io.github.videotasks.contract.report.MatrixCell;
import io.github.videotasks.contract.report.ProviderRows;
import io.github.videotasks.contract.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Derives one result for each contract from the cells of a report. */
final class ContractResults {

  private ContractResults() {}

  /**
   * Reads the results from a report.
   *
   * @param file the {@code index.json} of a report
   * @throws IOException when the file cannot be read or is not a report; the message names it
   */
  static List<ContractResult> read(Path file) throws IOException {
    try {
      List<ContractResult> results = of(new JsonMapper().readValue(file.toFile(), Report.class));
      for (ContractResult result : results) {
        Objects.requireNonNull(result.consumer(), "consumer");
        Objects.requireNonNull(result.provider(), "provider");
      }
      return results;
    } catch (NullPointerException | JacksonException e) {
      // Jackson sets a component of a record to null if its property is absent.
      throw new IOException(
          "expected the report of 'verify --report', cannot read %s: %s".formatted(file, e), e);
    }
  }

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
