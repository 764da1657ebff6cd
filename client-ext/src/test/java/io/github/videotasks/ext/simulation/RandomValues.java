package io.github.videotasks.ext.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/** Random values of a history. */
public final class RandomValues {

  private RandomValues() {}

  /** Returns a value between the limits, whose logarithm is distributed uniformly. */
  public static double logUniform(SplittableRandom random, double least, double most) {
    return least * Math.pow(most / least, random.nextDouble());
  }

  /** Returns a duration between the limits in seconds, in whole nanoseconds. */
  public static Duration duration(
      SplittableRandom random, double leastSeconds, double mostSeconds) {
    return Duration.ofNanos((long) (1e9 * logUniform(random, leastSeconds, mostSeconds)));
  }

  /** Returns true in one of n cases. */
  public static boolean oneIn(SplittableRandom random, int n) {
    return random.nextInt(n) == 0;
  }

  /** Returns one of the values. */
  @SafeVarargs
  public static <T> T oneOf(SplittableRandom random, T... values) {
    return values[random.nextInt(values.length)];
  }
}
