package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;

/** Chance that is the same in each run, so that a step stays a pure function. */
final class Jitter {

  /** From so many waits on, half of the first pause is spread; of a few, nobody notices. */
  private static final double HALF_SPREAD_COUNT = 1_000;

  private Jitter() {}

  /** How much of the first pause is spread when so many waits are open, 0-1. */
  static double initialJitter(int waits) {
    return waits / (waits + HALF_SPREAD_COUNT);
  }

  /** A number from 0 up to but not including 1, as if drawn anew for each task and poll. */
  static double fraction(TaskId id, int poll) {
    long mixed = id.value().hashCode() * 0x9E37_79B9_7F4A_7C15L + poll * 0xD1B5_4A32_D192_ED03L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1p-53;
  }
}
