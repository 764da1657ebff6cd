package io.github.videotasks.ext.payload;

/**
 * Stage of a task, mapped from the open set of status values of the gateways. The vendor's status
 * value is available from {@link TaskState#status()}.
 */
public enum Stage {
  /** Accepted, not started. */
  QUEUED(false),
  /**
   * In progress; also for a status value that clients interpret differently, as long as the
   * response has no result.
   */
  RUNNING(false),
  /** Ended with a result. */
  SUCCEEDED(true),
  /** Ended with a failure, without a result. */
  FAILED(true),
  /** Cancelled, interrupted or expired: without a result, although generation did not fail. */
  CANCELLED(true),
  /** Unknown or missing status value. Never terminal: a wait continues until its deadline. */
  UNKNOWN(false);

  private final boolean terminal;

  Stage(boolean terminal) {
    this.terminal = terminal;
  }

  /** {@return true if the task will not change any more} */
  public boolean isTerminal() {
    return terminal;
  }
}
