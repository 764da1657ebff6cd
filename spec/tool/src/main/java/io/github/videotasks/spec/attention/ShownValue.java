package io.github.videotasks.spec.attention;

import java.util.Comparator;

/**
 * Where an example shows a value.
 *
 * @param provider the provider's id; empty when it is not known
 * @param source file and line of the example; empty when they are not known
 */
record ShownValue(String provider, String source) implements Comparable<ShownValue> {
  private static final Comparator<ShownValue> ORDER =
      Comparator.comparing(ShownValue::provider).thenComparing(ShownValue::source);

  @Override
  public int compareTo(ShownValue other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code acme at pages/acme.md:12}. */
  @Override
  public String toString() {
    return source.isEmpty() ? provider : (provider + " at " + source).strip();
  }
}
