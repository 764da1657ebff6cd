package io.github.videotasks.contract.bench;

import java.io.IOException;

/** Decodes and encodes JSON with one library. */
interface Codec {
  Object decode(byte[] json) throws IOException;

  /** Encodes an object that {@link #decode} returned. */
  byte[] encode(Object value) throws IOException;
}
