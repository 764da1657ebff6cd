package io.github.videotasks.contract.report;

import java.util.List;

/**
 * Row of the matrix: one provider state.
 *
 * @param operation the requested operation; empty when not known
 * @param state short name of the state
 * @param interaction name of the interaction in the pacts
 * @param evidence the vendor's example behind it
 * @param cells one cell for each client
 */
public record MatrixRow(
    String operation,
    String state,
    String interaction,
    ExampleEvidence evidence,
    List<MatrixCell> cells) {

  /**
   * Copies the list.
   *
   * @param operation the requested operation
   * @param state short name of the state
   * @param interaction name of the interaction in the pacts
   * @param evidence the vendor's example behind it
   * @param cells one cell for each client
   */
  public MatrixRow {
    cells = List.copyOf(cells);
  }
}
