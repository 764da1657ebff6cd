package io.github.videotasks.spec.completeness;

import java.util.List;
import java.util.Random;

/** Random decisions that depend on a seed alone. */
final class RandomChoices {
  private final Random random;

  RandomChoices(long seed) {
    // Consecutive seeds would begin with similar numbers.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Returns a number from 0 to the limit, without the limit itself. */
  int below(int limit) {
    return random.nextInt(limit);
  }

  @SafeVarargs
  final <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
