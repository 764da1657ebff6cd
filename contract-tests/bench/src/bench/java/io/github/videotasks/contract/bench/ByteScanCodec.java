package io.github.videotasks.contract.bench;

/** Lower bound for any parser that reads each byte once. It counts the quotes. */
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
    throw new UnsupportedOperationException("a byte scan has no value to encode");
  }
}
