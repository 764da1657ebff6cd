package io.github.videotasks.contract.bench;

import com.google.gson.Gson;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Gson, either with the configuration of the stock generated client or with its defaults. */
record GsonCodec(Gson gson, Class<?> type) implements Codec {

  @Override
  public Object decode(byte[] json) {
    return gson.fromJson(
        new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8), type);
  }

  @Override
  public byte[] encode(Object value) {
    return gson.toJson(value).getBytes(StandardCharsets.UTF_8);
  }
}
