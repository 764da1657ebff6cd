package io.github.videotasks.spec.diff;

import io.github.videotasks.spec.finding.SourceLocation;

/**
 * A line of a page that caused a change.
 *
 * @param provider the provider of the page
 * @param location file and line
 * @param removed whether the line is in the old page
 */
public record ChangeSource(String provider, SourceLocation location, boolean removed) {
  /** Returns {@code acme at pages/acme.md:12}. */
  @Override
  public String toString() {
    return (provider + " at " + location).strip();
  }
}
