package io.github.videotasks.contract.bench;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okio.Buffer;

/** Lower bound for whatever reads with Moshi: every token is found, none is kept. */
record SkipValueCodec() implements Codec {

  @Override
  public Object decode(byte[] json) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().write(json));
    reader.skipValue();
    return reader.peek();
  }

  @Override
  public byte[] encode(Object value) {
    throw new UnsupportedOperationException("nothing was kept");
  }
}
