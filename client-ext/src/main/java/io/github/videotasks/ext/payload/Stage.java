package io.github.videotasks.ext.payload;

/**
 * Where a task stands: the open vocabulary of the gateways folded into six words. The vendor's own
 * word is kept beside it in {@link TaskState#status()}.
 */
public enum Stage {
  /** Accepted, not begun. */
  QUEUED(false),
  /** Being made; also where clients disagree whether the word is final and no result is there. */
  RUNNING(false),
  /** Ended with a result. */
  SUCCEEDED(true),
  /** Ended without one. */
  FAILED(true),
  /** Ended by a person, an interruption or the clock: neither a result nor a failure of making. */
  CANCELLED(true),
  /** A word that is not known. Never an end: waiting goes on until the deadline. */
  UNKNOWN(false);

  private final boolean terminal;

  Stage(boolean terminal) {
    this.terminal = terminal;
  }

  /** True if the task will not change any more. */
  public boolean isTerminal() {
    return terminal;
  }
}
