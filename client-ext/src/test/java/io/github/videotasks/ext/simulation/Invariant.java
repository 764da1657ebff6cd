package io.github.videotasks.ext.simulation;

/** What must hold at every moment of every history. */
public enum Invariant {
  /** Each wait that nobody cancels ends, as the responses, the errors or its deadline require. */
  NO_LOST_END,
  /** A wait ends once, and nothing is reported after its end. */
  NO_DOUBLE_END,
  /** No poll starts or stays in flight for a wait that has ended, was cancelled or was closed. */
  NO_POLL_AFTER_END,
  /** Polls keep the maximum rate and concurrency and the pauses that the gateway requires. */
  RATE_KEPT,
  /** No wait is open after its deadline, in this process or after a resume. */
  DEADLINE_KEPT,
  /** A client without open waits has no scheduled call, poll, loop or queued poll. */
  NOTHING_LEAKS
}
