package io.github.videotasks.contract.durable;

/**
 * One measured figure.
 *
 * @param what what was measured, with its conditions
 * @param goal the goal; empty for a figure to compare with
 * @param measured the result
 */
record ProofRow(String what, String goal, String measured) {

  /** Returns how many events of the outbox are missing, and how many are there twice. */
  static ProofRow ofEvents(String what, LocalPostgres database, int tasks) {
    long events = database.number("select count(*) from video_tasks.outbox");
    long distinct = database.number("select count(distinct task) from video_tasks.outbox");
    return new ProofRow(what, "0, 0", (tasks - distinct) + ", " + (events - distinct));
  }

  @Override
  public String toString() {
    return "| " + what + " | " + goal + " | " + measured + " |";
  }
}
