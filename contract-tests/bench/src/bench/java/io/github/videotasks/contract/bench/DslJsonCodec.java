package io.github.videotasks.contract.bench;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.Settings;
import java.io.IOException;

/** dsl-json, with the code that its annotation processor made. */
record DslJsonCodec(DslJson<Object> json, JsonWriter writer, Class<?> type) implements Codec {

  static DslJsonCodec of(Class<?> type) {
    DslJson<Object> json = new DslJson<>(Settings.withRuntime().includeServiceLoader());
    return new DslJsonCodec(json, json.newWriter(), type);
  }

  @Override
  public Object decode(byte[] bytes) throws IOException {
    return json.deserialize(type, bytes, bytes.length);
  }

  @Override
  public byte[] encode(Object value) throws IOException {
    writer.reset();
    json.serialize(writer, value);
    return writer.toByteArray();
  }
}
