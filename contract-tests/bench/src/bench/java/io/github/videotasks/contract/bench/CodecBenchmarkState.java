package io.github.videotasks.contract.bench;

import java.io.IOException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * JMH state with one library and one payload. Each pair runs in its own process, so that no library
 * warms up the classes of another.
 */
@State(Scope.Thread)
public class CodecBenchmarkState {
  @Param Library library;
  @Param Payload payload;

  Codec codec;
  byte[] json;
  Object value;

  @Setup
  public void setUp() throws IOException {
    codec = library.codec();
    json = payload.bytes();
    value = codec.decode(json);
  }
}
