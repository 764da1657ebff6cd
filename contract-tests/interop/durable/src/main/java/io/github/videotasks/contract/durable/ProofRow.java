package io.github.videotasks.contract.durable;

/**
 * One measured figure.
 *
 * @param what what was measured, with its conditions
 * @param goal the goal; empty for a figure to compare with
 * @param measured the result
 */
record ProofRow(String what, String goal, String measured) {

  /** Returns how many tasks have no end, and how many have more than one. */
  static ProofRow ofEvents(String what, LocalPostgres database, int tasks) {
    return EndAudit.endsOf(what, database, tasks);
  }

  @Override
  public String toString() {
    return "| " + what + " | " + goal + " | " + measured + " |";
  }
}
