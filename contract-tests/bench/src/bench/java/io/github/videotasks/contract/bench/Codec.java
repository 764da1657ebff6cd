package io.github.videotasks.contract.bench;

import java.io.IOException;

/** One library's way from bytes to its object and back. */
interface Codec {
  Object decode(byte[] json) throws IOException;

  /** Takes what {@link #decode} gave. */
  byte[] encode(Object value) throws IOException;
}
