package io.github.videotasks.spec.page;

/**
 * How much of a page is read before it is refused. Real pages stay far below; a page is hostile
 * input.
 *
 * @param bytes the largest file, in bytes
 * @param depth the deepest nesting of objects and arrays
 * @param nodes the most values of one document after its aliases are expanded
 */
public record Limits(int bytes, int depth, int nodes) {
  /** 8 MiB, 100 levels, 500,000 values. */
  public static final Limits DEFAULT = new Limits(8 << 20, 100, 500_000);
}
