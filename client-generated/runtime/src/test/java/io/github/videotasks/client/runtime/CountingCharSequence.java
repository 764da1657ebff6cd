package io.github.videotasks.client.runtime;

import java.util.concurrent.atomic.AtomicLong;

/** Text that counts how many of its characters are read, in itself and in all parts of it. */
final class CountingCharSequence implements CharSequence {

  private final CharSequence text;
  private final AtomicLong reads;

  CountingCharSequence(String text) {
    this(text, new AtomicLong());
  }

  private CountingCharSequence(CharSequence text, AtomicLong reads) {
    this.text = text;
    this.reads = reads;
  }

  long reads() {
    return reads.get();
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    reads.incrementAndGet();
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new CountingCharSequence(text.subSequence(start, end), reads);
  }

  @Override
  public String toString() {
    reads.addAndGet(text.length());
    return text.toString();
  }
}
