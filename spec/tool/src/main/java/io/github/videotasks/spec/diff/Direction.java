package io.github.videotasks.spec.diff;

/** Which way a value travels. The same change breaks one way and is harmless the other way. */
enum Direction {
  /** From the client to the gateway: what is sent must still be accepted. */
  REQUEST,
  /** From the gateway to the client: what comes must still be understood. */
  RESPONSE
}
