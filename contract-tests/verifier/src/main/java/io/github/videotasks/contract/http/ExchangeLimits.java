package io.github.videotasks.contract.http;

import java.time.Duration;

/**
 * Limits of one HTTP exchange with a host that is not trusted.
 *
 * @param totalTime from the start of the request to the last byte of the response, positive; a host
 *     that sends one byte now and then cannot extend it
 * @param maxBytes the most bytes of a body, after decompression, positive
 * @param maxValues the most values of a body that is JSON, positive; as a tree, a short JSON text
 *     takes thirty times the memory of its bytes
 */
public record ExchangeLimits(Duration totalTime, int maxBytes, int maxValues) {

  /** One minute, 4 MiB and 100,000 values: hundreds of times the largest known response. */
  public static final ExchangeLimits DEFAULTS =
      new ExchangeLimits(Duration.ofMinutes(1), 4 << 20, 100_000);

  /**
   * Checks the limits.
   *
   * @param totalTime from the start of the request to the last byte of the response, positive
   * @param maxBytes the most bytes of a body, after decompression, positive
   * @param maxValues the most values of a body that is JSON, positive
   * @throws IllegalArgumentException when a limit is not positive
   */
  public ExchangeLimits {
    if (totalTime.isNegative() || totalTime.isZero() || maxBytes <= 0 || maxValues <= 0) {
      throw new IllegalArgumentException(
          "expected positive limits, found %s, %d bytes and %d values"
              .formatted(totalTime, maxBytes, maxValues));
    }
  }

  /**
   * {@return a copy with another total time}
   *
   * @param value positive
   */
  public ExchangeLimits withTotalTime(Duration value) {
    return new ExchangeLimits(value, maxBytes, maxValues);
  }
}
