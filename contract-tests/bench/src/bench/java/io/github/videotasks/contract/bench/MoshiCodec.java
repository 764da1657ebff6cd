package io.github.videotasks.contract.bench;

import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import okio.Buffer;

/** A Moshi adapter: either the generated one or Moshi's reflective one. */
record MoshiCodec(JsonAdapter<Object> adapter) implements Codec {

  @SuppressWarnings("unchecked")
  static MoshiCodec of(JsonAdapter<?> adapter) {
    return new MoshiCodec((JsonAdapter<Object>) adapter);
  }

  @Override
  public Object decode(byte[] json) throws IOException {
    return adapter.fromJson(new Buffer().write(json));
  }

  @Override
  public byte[] encode(Object value) throws IOException {
    Buffer buffer = new Buffer();
    adapter.toJson(buffer, value);
    return buffer.readByteArray();
  }
}
