package io.github.videotasks.spec.attention;

import java.util.Comparator;
import java.util.List;

/**
 * Something in the responses of a contract that a person must look at.
 *
 * @param kind the kind
 * @param location its place in the contract, such as {@code VideoTask.status}
 * @param before the old value; empty when there was none
 * @param after the new value; empty when there is none
 * @param note whether client-ext knows it and what that means
 * @param shown the examples that show it, or no longer do
 */
public record Attention(
    AttentionKind kind,
    String location,
    String before,
    String after,
    String note,
    List<ShownValue> shown)
    implements Comparable<Attention> {
  private static final Comparator<Attention> ORDER =
      Comparator.comparing(Attention::location)
          .thenComparing(Attention::kind)
          .thenComparing(Attention::before)
          .thenComparing(Attention::after)
          .thenComparing(Attention::note);

  /**
   * Copies the list.
   *
   * @param kind the kind
   * @param location its place in the contract, such as {@code VideoTask.status}
   * @param before the old value
   * @param after the new value
   * @param note whether client-ext knows it and what that means
   * @param shown the examples that show it, or no longer do
   */
  public Attention {
    shown = List.copyOf(shown);
  }

  @Override
  public int compareTo(Attention other) {
    return ORDER.compare(this, other);
  }
}
