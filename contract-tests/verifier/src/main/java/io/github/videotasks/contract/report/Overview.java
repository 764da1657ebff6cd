package io.github.videotasks.contract.report;

import java.util.List;
import java.util.Optional;

/**
 * The matrix on one screen: a line for each provider, a column for each state.
 *
 * @param states the columns
 * @param lines the lines
 */
public record Overview(List<String> states, List<OverviewLine> lines) {

  public Overview {
    states = List.copyOf(states);
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param provider the provider's id
   * @param spots one for each column; without cells where the provider has no such state
   */
  public record OverviewLine(String provider, List<OverviewCell> spots) {}

  /**
   * A crossing of line and column.
   *
   * @param cells one for each client
   */
  public record OverviewCell(List<MatrixCell> cells) {}

  static Overview of(Report report) {
    List<String> states = report.states();
    return new Overview(
        states,
        report.providers().stream()
            .map(
                provider ->
                    new OverviewLine(
                        provider.id(),
                        states.stream().map(state -> overviewCell(provider, state)).toList()))
            .toList());
  }

  private static OverviewCell overviewCell(ProviderRows provider, String state) {
    Optional<MatrixRow> row =
        provider.rows().stream().filter(it -> it.state().equals(state)).findFirst();
    return new OverviewCell(row.map(MatrixRow::cells).orElse(List.of()));
  }
}
