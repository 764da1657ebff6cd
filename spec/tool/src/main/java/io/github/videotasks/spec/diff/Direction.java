package io.github.videotasks.spec.diff;

/**
 * The direction in which a value is transferred. The same change can break clients in one direction
 * and be harmless in the other.
 */
enum Direction {
  /** From the client to the gateway: the gateway must still accept the values of old clients. */
  REQUEST,
  /** From the gateway to the client: old clients must still be able to read the values. */
  RESPONSE
}
