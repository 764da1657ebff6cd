package io.github.videotasks.durable;

/** How a wait ended. Outcomes may be added, so a switch over them needs a default branch. */
public enum WaitOutcome {
  /** The task succeeded. */
  SUCCEEDED,
  /** The task failed; {@link WaitEvent#problem} is the reason. */
  FAILED,
  /** The wait was cancelled, or the gateway reports that the task was. */
  CANCELLED,
  /** The deadline of the policy was reached. */
  TIMED_OUT,
  /** An error that the policy does not tolerate; {@link WaitEvent#problem} is the error. */
  GAVE_UP
}
