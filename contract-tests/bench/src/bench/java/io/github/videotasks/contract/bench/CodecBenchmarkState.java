package io.github.videotasks.contract.bench;

import java.io.IOException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One library and one payload; each pair runs in a process of its own, so that no library warms up
 * another's classes.
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
