package io.github.videotasks.ext.polling;

import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Ways in which a simulated gateway reports the progress of a task. */
enum SimulatedProgress {
  NONE {
    @Override
    @Nullable Integer percentAt(double part, Random noise) {
      return null;
    }
  },
  LINEAR {
    @Override
    Integer percentAt(double part, Random noise) {
      return (int) (100 * part);
    }
  },
  STEPS_OF_10 {
    @Override
    Integer percentAt(double part, Random noise) {
      return 10 * (int) (10 * part);
    }
  },
  STEPS_OF_25 {
    @Override
    Integer percentAt(double part, Random noise) {
      return 25 * (int) (4 * part);
    }
  },
  /** With a random error, standard deviation 5 %. */
  NOISY {
    @Override
    Integer percentAt(double part, Random noise) {
      return Math.max(0, Math.min(99, (int) (100 * part + 5 * noise.nextGaussian())));
    }
  },
  STUCK_AT_93 {
    @Override
    Integer percentAt(double part, Random noise) {
      return Math.min(93, (int) (100 * part));
    }
  },
  ALWAYS_93 {
    @Override
    Integer percentAt(double part, Random noise) {
      return 93;
    }
  },
  /** Fast at first, slow at the end. */
  EASE_OUT {
    @Override
    Integer percentAt(double part, Random noise) {
      return (int) (100 * (1 - (1 - part) * (1 - part)));
    }
  },
  /** 0 % while the task is queued, for a third of its time. */
  AFTER_A_QUEUE {
    @Override
    Integer percentAt(double part, Random noise) {
      return Math.max(0, (int) (150 * part - 50));
    }
  };

  /**
   * Returns the reported progress in percent; null if none.
   *
   * @param part of the task's duration that is over, 0-1
   * @param noise the source of random errors
   */
  abstract @Nullable Integer percentAt(double part, Random noise);

  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
