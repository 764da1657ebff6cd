package io.github.videotasks.contract.bench;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okio.Buffer;

/** Lower bound for any parser based on Moshi's reader. It reads every token and keeps none. */
record SkipValueCodec() implements Codec {

  @Override
  public Object decode(byte[] json) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().write(json));
    reader.skipValue();
    return reader.peek();
  }

  @Override
  public byte[] encode(Object value) {
    throw new UnsupportedOperationException("skipValue has no value to encode");
  }
}
