package io.github.videotasks.contract.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;

/** Jackson databind, either as configured by the stock generated client or with its defaults. */
record JacksonCodec(ObjectReader reader, ObjectWriter writer) implements Codec {

  static JacksonCodec of(ObjectMapper mapper, Class<?> type) {
    return new JacksonCodec(mapper.readerFor(type), mapper.writerFor(type));
  }

  @Override
  public Object decode(byte[] json) throws IOException {
    return reader.readValue(json);
  }

  @Override
  public byte[] encode(Object value) throws IOException {
    return writer.writeValueAsBytes(value);
  }
}
