package io.github.videotasks.contract.report;

import java.util.List;
import java.util.Optional;

/**
 * Overview of the matrix on one screen: a line for each provider, a column for each state.
 *
 * @param states the columns
 * @param lines the lines
 */
public record Overview(List<String> states, List<OverviewLine> lines) {

  /**
   * Copies the lists.
   *
   * @param states the columns
   * @param lines the lines
   */
  public Overview {
    states = List.copyOf(states);
    lines = List.copyOf(lines);
  }

  /**
   * Line of the overview.
   *
   * @param provider the provider's id
   * @param spots one cell for each column; empty when the provider does not have that state
   */
  public record OverviewLine(String provider, List<OverviewCell> spots) {}

  /**
   * Cell of the overview: one provider and one state.
   *
   * @param cells one matrix cell for each client
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
