package io.github.videotasks.contract.durable;

/**
 * One measured figure.
 *
 * @param what what was measured, with its conditions
 * @param goal the goal; empty for a figure to compare with
 * @param measured the result
 */
record ProofRow(String what, String goal, String measured) {

  @Override
  public String toString() {
    return "| " + what + " | " + goal + " | " + measured + " |";
  }
}
