package io.github.videotasks.spec.review;

import io.github.videotasks.spec.finding.SourceLocation;

/**
 * A line of a page that declares or shows a field.
 *
 * @param provider the provider of the page
 * @param location file and line
 * @param text what the page says there; with the file, it identifies the entry when lines move
 * @param example whether an example shows the field
 */
record EvidenceEntry(String provider, SourceLocation location, String text, boolean example) {
  /** Returns the entry without its line: equal for two lines that say the same in one page. */
  EvidenceEntry withoutLine() {
    return new EvidenceEntry(provider, new SourceLocation(location.file(), 0), text, example);
  }
}
