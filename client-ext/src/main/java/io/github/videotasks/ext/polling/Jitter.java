package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;

/**
 * Deterministic jitter: a pseudo-random number derived from the task id and the number of polls, so
 * that a step stays a pure function.
 */
final class Jitter {

  /** The number of open loops at which half of the first pause is jitter. */
  private static final double HALF_SPREAD_COUNT = 1_000;

  private Jitter() {}

  /** Returns the part, 0-1, of the first pause that is jitter; near 0 for a few open loops. */
  static double initialJitter(int openLoops) {
    return openLoops / (openLoops + HALF_SPREAD_COUNT);
  }

  /** Returns a pseudo-random number in [0, 1), different for each task and poll. */
  static double fraction(TaskId id, int poll) {
    long mixed = id.value().hashCode() * 0x9E37_79B9_7F4A_7C15L + poll * 0xD1B5_4A32_D192_ED03L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1p-53;
  }
}
