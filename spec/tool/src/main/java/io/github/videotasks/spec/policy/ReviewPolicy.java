package io.github.videotasks.spec.policy;

import io.github.videotasks.spec.finding.IdentifiedFindings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.policy.KnownFindings.KnownFinding;
import io.github.videotasks.spec.review.Acceptance;
import io.github.videotasks.spec.review.Review;
import io.github.videotasks.spec.review.ReviewChange;
import io.github.videotasks.spec.review.ReviewEntry;
import io.github.videotasks.spec.review.ReviewFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Applies what a team has decided to a review: its severities, and the findings that it knows. A
 * known finding is a warning at most; a finding that refused something stays an error.
 */
public final class ReviewPolicy {
  private final Severities severities;
  private final KnownFindings known;
  private final LocalDate today;

  ReviewPolicy(Severities severities, KnownFindings known, LocalDate today) {
    this.severities = severities;
    this.known = known;
    this.today = today;
  }

  /**
   * Reads the decisions in a folder like {@code spec/}.
   *
   * @param folder a folder with the layout of {@code spec/}
   * @param clock the clock for the dates of known findings, which are those of UTC
   * @return the policy
   * @throws IOException when a file cannot be read
   */
  public static ReviewPolicy read(Path folder, Clock clock) throws IOException {
    return new ReviewPolicy(
        Severities.readFolder(folder),
        KnownFindings.read(folder),
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /**
   * {@return the severities of a file alone}
   *
   * @param file {@code severities.yaml}
   * @throws IOException when the file cannot be read
   */
  public static ReviewPolicy ofSeverities(Path file) throws IOException {
    return new ReviewPolicy(
        Severities.read(file), KnownFindings.parse("findings: []\n"), LocalDate.MIN);
  }

  /**
   * {@return the review with the severities and acceptances of this policy}
   *
   * @param review the review without a policy
   */
  public Review apply(Review review) {
    return review.map(this::apply);
  }

  private ReviewEntry apply(ReviewEntry entry) {
    if (entry instanceof ReviewChange change) {
      Severity set = severities.ofChange(change.change().impact(), change.description());
      return set == null ? change : change.withSeverity(set);
    }
    return entry instanceof ReviewFinding finding
        ? finding.withDecision(severityOf(finding.identified()), acceptanceOf(finding.identified()))
        : entry;
  }

  private @Nullable Acceptance acceptanceOf(IdentifiedFindings findings) {
    KnownFinding entry = known.entryOf(findings);
    return entry == null
        ? null
        : new Acceptance(entry.reason(), entry.until(), today.isAfter(entry.until()));
  }

  /** Returns the severity of findings under this policy. */
  Severity severityOf(IdentifiedFindings findings) {
    Severity own = findings.group().first().severity();
    Severity set = severities.ofRule(findings.group().first().rule());
    if (own == Severity.ERROR || set == null) {
      return own;
    }
    boolean accepted = set == Severity.ERROR && known.entryOf(findings) != null;
    return accepted ? Severity.WARNING : set;
  }
}
