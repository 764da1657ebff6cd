package io.github.videotasks.spec.attention;

/** The stage that client-ext maps a status value to, with what a wait does when it sees it. */
public enum TaskStage {
  /** Accepted, not started. */
  QUEUED("a wait polls on"),
  /** In progress. */
  RUNNING("a wait polls on"),
  /** Ended with a result. */
  SUCCEEDED("a wait ends with the result"),
  /** Ended with a failure. */
  FAILED("a wait ends with the failure"),
  /** Cancelled, interrupted or expired. */
  CANCELLED("a wait ends without a result");

  private final String waitEffect;

  TaskStage(String waitEffect) {
    this.waitEffect = waitEffect;
  }

  /** Returns what a wait does, as a clause. */
  String waitEffect() {
    return waitEffect;
  }
}
