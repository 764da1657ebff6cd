package io.github.videotasks.contract.report;

import java.util.List;

/**
 * One provider state.
 *
 * @param operation what is asked
 * @param state short name of the state
 * @param interaction name of the interaction in the pacts
 * @param evidence the vendor's example behind it
 * @param cells one for each client
 */
public record MatrixRow(
    String operation,
    String state,
    String interaction,
    ExampleEvidence evidence,
    List<MatrixCell> cells) {

  public MatrixRow {
    cells = List.copyOf(cells);
  }
}
