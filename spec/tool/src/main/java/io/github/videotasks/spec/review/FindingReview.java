package io.github.videotasks.spec.review;

import io.github.videotasks.spec.diff.SemverLevel;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.FindingGroup;
import io.github.videotasks.spec.finding.FindingIds;
import io.github.videotasks.spec.finding.IdentifiedFindings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Creates the review of the findings of a derivation. */
public final class FindingReview {
  private FindingReview() {}

  /**
   * {@return the review: errors first, then warnings; within a severity by page and line}
   *
   * @param findings the findings
   * @param files the derived files; the index of examples supplies the providers
   */
  public static Review of(List<Finding> findings, Map<String, byte[]> files) {
    ExampleLines pages = new ExampleLines(files);
    List<ReviewFinding> entries =
        FindingIds.of(FindingGroup.of(findings), pages::ownerOf).stream()
            .map(group -> entry(group, pages))
            // Stable: the groups are sorted by location.
            .sorted(Comparator.comparing(ReviewFinding::severity))
            .toList();
    return new Review(Review.Kind.FINDINGS, SemverLevel.NONE, entries, "");
  }

  private static ReviewFinding entry(IdentifiedFindings identified, ExampleLines pages) {
    Finding first = identified.group().first();
    String provider = pages.providerOf(first.location().file());
    return new ReviewFinding(
        identified, first.severity(), provider == null ? List.of() : List.of(provider), null);
  }
}
