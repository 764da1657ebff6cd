package io.github.videotasks.spec.page;

/**
 * Size limits for parsing a page. A page is untrusted input and is rejected when it exceeds them;
 * real pages are far below.
 *
 * @param maxBytes the largest file, in bytes
 * @param maxDepth the deepest nesting of objects and arrays
 * @param maxNodes the most values of one document after its aliases are expanded
 */
public record YamlLimits(int maxBytes, int maxDepth, int maxNodes) {
  /** 8 MiB, 100 levels, 500,000 values. */
  public static final YamlLimits DEFAULT = new YamlLimits(8 << 20, 100, 500_000);
}
