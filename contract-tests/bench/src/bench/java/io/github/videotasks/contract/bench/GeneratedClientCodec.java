package io.github.videotasks.contract.bench;

import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.ModelAdapter;
import java.io.IOException;
import okio.Buffer;

/** The generated client as it decodes responses: directly from bytes, without a Moshi reader. */
record GeneratedClientCodec(ModelAdapter<VideoTask> adapter) implements Codec {

  @Override
  public Object decode(byte[] json) throws IOException {
    return adapter.read(new Buffer().write(json));
  }

  @Override
  public byte[] encode(Object value) throws IOException {
    Buffer buffer = new Buffer();
    adapter.toJson(buffer, (VideoTask) value);
    return buffer.readByteArray();
  }
}
