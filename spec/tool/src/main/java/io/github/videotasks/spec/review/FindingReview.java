package io.github.videotasks.spec.review;

import io.github.videotasks.spec.diff.SemverLevel;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.FindingGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Creates the review of the findings of a derivation. */
public final class FindingReview {
  private FindingReview() {}

  /**
   * Returns the review: errors first, then warnings; within a severity by page and line.
   *
   * @param findings the findings
   * @param files the derived files; the index of examples supplies the providers
   */
  public static Review of(List<Finding> findings, Map<String, byte[]> files) {
    ExampleLines pages = new ExampleLines(files);
    List<ReviewFinding> entries =
        FindingGroup.of(findings).stream()
            .map(group -> entry(group, pages))
            // Stable: the groups are sorted by location.
            .sorted(Comparator.comparing(ReviewFinding::severity))
            .toList();
    return new Review(Review.Kind.FINDINGS, SemverLevel.NONE, entries, "");
  }

  private static ReviewFinding entry(FindingGroup group, ExampleLines pages) {
    Finding first = group.first();
    String file = first.location().file();
    String provider = pages.providerOf(file);
    return new ReviewFinding(
        ShortId.of("finding", first.rule(), file, first.message()),
        first.severity(),
        group,
        provider == null ? List.of() : List.of(provider));
  }
}
