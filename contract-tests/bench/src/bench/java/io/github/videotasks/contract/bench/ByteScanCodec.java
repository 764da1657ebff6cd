package io.github.videotasks.contract.bench;

/** Lower bound for whatever looks at each byte: counts the quotes. */
record ByteScanCodec() implements Codec {

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
    throw new UnsupportedOperationException("nothing was kept");
  }
}
