package io.github.videotasks.contract.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.squareup.moshi.Moshi;
import io.github.videotasks.client.ApiClient;
import io.github.videotasks.client.model.VideoTask;
import io.github.videotasks.contract.bench.gson.JSON;
import java.util.function.Supplier;

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
    return JSON.getGson();
  }
}
