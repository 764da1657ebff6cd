package io.github.videotasks.contract.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the failed checks of a report, one entry for all clients with the same problems. */
final class BrokenContracts {

  private record FailedCell(String client, CheckResult result) {}

  private BrokenContracts() {}

  static List<BrokenContract> of(List<ProviderRows> providers) {
    return providers.stream()
        .flatMap(provider -> provider.rows().stream().flatMap(row -> ofRow(provider, row)))
        .toList();
  }

  private static Stream<BrokenContract> ofRow(ProviderRows provider, MatrixRow row) {
    Stream<FailedCell> ofExample =
        row.evidence().results().stream().map(result -> new FailedCell("", result));
    Stream<FailedCell> ofCells =
        row.cells().stream()
            .flatMap(cell -> cell.results().stream().map(it -> new FailedCell(cell.client(), it)));
    Map<CheckResult, List<FailedCell>> failed =
        Stream.concat(ofExample, ofCells)
            .filter(it -> it.result().tone() == CheckStatus.BAD)
            .collect(
                Collectors.groupingBy(FailedCell::result, LinkedHashMap::new, Collectors.toList()));
    return failed.entrySet().stream()
        .map(
            entry ->
                new BrokenContract(
                    provider.id(),
                    row.operation(),
                    row.state(),
                    entry.getKey().check(),
                    entry.getKey().outcome(),
                    entry.getValue().stream()
                        .map(FailedCell::client)
                        .filter(client -> !client.isEmpty())
                        .toList(),
                    row.evidence().place() == null
                        ? row.evidence().label()
                        : row.evidence().label() + ", " + row.evidence().place(),
                    entry.getKey().problems(),
                    entry.getKey().details()));
  }
}
