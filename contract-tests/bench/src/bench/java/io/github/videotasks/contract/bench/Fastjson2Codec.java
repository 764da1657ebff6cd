package io.github.videotasks.contract.bench;

import com.alibaba.fastjson2.JSON;

/** fastjson2 with the code that it generates at run time. */
record Fastjson2Codec(Class<?> type) implements Codec {

  @Override
  public Object decode(byte[] json) {
    return JSON.parseObject(json, type);
  }

  @Override
  public byte[] encode(Object value) {
    return JSON.toJSONBytes(value);
  }
}
