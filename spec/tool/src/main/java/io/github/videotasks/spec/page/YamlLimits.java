package io.github.videotasks.spec.page;

/**
 * How much of a page is read before it is refused. Real pages stay far below; a page is hostile
 * input.
 *
 * @param maxBytes the largest file, in bytes
 * @param maxDepth the deepest nesting of objects and arrays
 * @param maxNodes the most values of one document after its aliases are expanded
 */
public record YamlLimits(int maxBytes, int maxDepth, int maxNodes) {
  /** 8 MiB, 100 levels, 500,000 values. */
  public static final YamlLimits DEFAULT = new YamlLimits(8 << 20, 100, 500_000);
}
