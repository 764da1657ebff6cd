package io.github.videotasks.contract.report;

import java.util.List;
import java.util.Optional;

/**
 * The matrix on one screen: a line for each provider, a column for each state.
 *
 * @param states the columns
 * @param lines the lines
 */
public record Overview(List<String> states, List<Line> lines) {

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
  public record Line(String provider, List<Spot> spots) {}

  /**
   * A crossing of line and column.
   *
   * @param cells one for each client
   */
  public record Spot(List<Cell> cells) {}

  static Overview of(Report report) {
    List<String> states = report.states();
    return new Overview(
        states,
        report.providers().stream()
            .map(
                provider ->
                    new Line(
                        provider.id(),
                        states.stream().map(state -> spot(provider, state)).toList()))
            .toList());
  }

  private static Spot spot(ProviderRows provider, String state) {
    Optional<Row> row = provider.rows().stream().filter(it -> it.state().equals(state)).findFirst();
    return new Spot(row.map(Row::cells).orElse(List.of()));
  }
}
