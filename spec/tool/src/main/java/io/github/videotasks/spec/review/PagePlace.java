package io.github.videotasks.spec.review;

import io.github.videotasks.spec.finding.SourceLocation;

/**
 * A line of a page.
 *
 * @param location file and line; the line is 0 for the whole page
 * @param removed whether the line is in the old page and the new one no longer has it
 */
public record PagePlace(SourceLocation location, boolean removed) implements Comparable<PagePlace> {
  @Override
  public int compareTo(PagePlace other) {
    int order = location.compareTo(other.location);
    return order == 0 ? Boolean.compare(removed, other.removed) : order;
  }

  /** Returns {@code pages/acme.md:12}, with a remark when the line is in the old page. */
  @Override
  public String toString() {
    return removed ? location + " (old page)" : location.toString();
  }
}
