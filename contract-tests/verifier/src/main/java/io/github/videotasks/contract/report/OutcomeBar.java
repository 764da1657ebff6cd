package io.github.videotasks.contract.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Bar of the chart of results: one provider.
 *
 * @param provider the provider's id
 * @param parts one part for each status that occurs, in the order of the statuses
 */
public record OutcomeBar(String provider, List<BarPart> parts) {

  /**
   * Copies the list.
   *
   * @param provider the provider's id
   * @param parts one part for each status that occurs, in the order of the statuses
   */
  public OutcomeBar {
    parts = List.copyOf(parts);
  }

  /**
   * Part of a bar; its width is in proportion to the count.
   *
   * @param tone the status
   * @param count how many contracts have it
   */
  public record BarPart(CheckStatus tone, long count) {}

  static OutcomeBar of(ProviderRows provider) {
    Map<CheckStatus, Long> counts =
        provider.rows().stream()
            .flatMap(row -> row.cells().stream())
            .collect(
                Collectors.groupingBy(
                    cell -> cell.summary().tone(), TreeMap::new, Collectors.counting()));
    return new OutcomeBar(
        provider.id(),
        counts.entrySet().stream().map(it -> new BarPart(it.getKey(), it.getValue())).toList());
  }
}
