package io.github.videotasks.contract.bench;

import com.alibaba.fastjson2.JSON;
import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.Settings;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.google.gson.Gson;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.client.runtime.ModelAdapter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import okio.Buffer;

/**
 * The libraries that are compared. "Plain" models are classes with public fields, generated from
 * the contract, that keep declared properties only.
 */
public enum Library {
  OURS("ours", () -> new GeneratedClientCodec(VideoTask.adapter())),
  OURS_MOSHI(
      "ours through a Moshi reader",
      () -> MoshiCodec.of(ApiClient.moshi().adapter(VideoTask.class))),
  MOSHI(
      "Moshi reflective, plain", () -> MoshiCodec.of(new Moshi.Builder().build().adapter(plain()))),
  STOCK_GSON(
      "stock gson client (okhttp-gson)",
      () ->
          new GsonCodec(
              stockGson(), io.github.videotasks.contract.bench.gson.model.VideoTask.class)),
  STOCK_JACKSON(
      "stock jackson client (native)",
      () ->
          JacksonCodec.of(
              io.github.videotasks.contract.bench.jackson.JSON.getDefault().getMapper(),
              io.github.videotasks.contract.bench.jackson.model.VideoTask.class)),
  GSON("Gson reflective, plain", () -> new GsonCodec(new Gson(), plain())),
  JACKSON(
      "Jackson databind, plain",
      () ->
          JacksonCodec.of(
              new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES),
              plain())),
  FASTJSON2("fastjson2, plain", () -> new Fastjson2Codec(plain())),
  DSL_JSON("dsl-json, plain", () -> DslJsonCodec.of(plain())),
  SKIP_VALUE("bound: Moshi skipValue", SkipValueCodec::new),
  BYTE_SCAN("bound: byte scan", ByteScanCodec::new);

  final String title;
  private final Supplier<Codec> codec;

  Library(String title, Supplier<Codec> codec) {
    this.title = title;
    this.codec = codec;
  }

  Codec codec() {
    return codec.get();
  }

  private static Class<?> plain() {
    return io.github.videotasks.contract.bench.plain.model.VideoTask.class;
  }

  /** Returns the Gson of the stock client, which its static initializer configures. */
  private static Gson stockGson() {
    return io.github.videotasks.contract.bench.gson.JSON.getGson();
  }

  /** The generated client as it decodes responses: directly from bytes, without a Moshi reader. */
  private record GeneratedClientCodec(ModelAdapter<VideoTask> adapter) implements Codec {

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

  /** A Moshi adapter: either the generated one or Moshi's reflective one. */
  private record MoshiCodec(JsonAdapter<Object> adapter) implements Codec {

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

  /** Gson, either with the configuration of the stock generated client or with its defaults. */
  private record GsonCodec(Gson gson, Class<?> type) implements Codec {

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

  /** Jackson databind, either as configured by the stock generated client or with its defaults. */
  private record JacksonCodec(ObjectReader reader, ObjectWriter writer) implements Codec {

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

  /** fastjson2 with the code that it generates at run time. */
  private record Fastjson2Codec(Class<?> type) implements Codec {

    @Override
    public Object decode(byte[] json) {
      return JSON.parseObject(json, type);
    }

    @Override
    public byte[] encode(Object value) {
      return JSON.toJSONBytes(value);
    }
  }

  /** dsl-json with the code generated by its annotation processor. */
  private record DslJsonCodec(DslJson<Object> json, JsonWriter writer, Class<?> type)
      implements Codec {

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

  /** Lower bound for any parser based on Moshi's reader. It reads every token and keeps none. */
  private record SkipValueCodec() implements Codec {

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

  /** Lower bound for any parser that reads each byte once. It counts the quotes. */
  private record ByteScanCodec() implements Codec {

    @Override
    public Object decode(byte[] json) {
      int quotes = 0;
      for (byte b : json) {
        if (b == '"') {
          quotes++;
        }
      }
      return quotes;
    }

    @Override
    public byte[] encode(Object value) {
      throw new UnsupportedOperationException("a byte scan has no value to encode");
    }
  }
}
