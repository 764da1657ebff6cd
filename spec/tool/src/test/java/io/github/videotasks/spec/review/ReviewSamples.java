package io.github.videotasks.spec.review;

import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.Impact;
import io.github.videotasks.spec.diff.SemverLevel;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import java.util.List;
import java.util.Map;

/** Reviews for tests of the formats. */
public final class ReviewSamples {
  /**
   * Markup, quotes, line breaks, terminal escapes, commands, direction marks and non-characters.
   */
  public static final String HOSTILE =
      "</pre><script>alert(1)</script>'\"&amp;\r\n::error file=a::b\n```\n| `x` @user [l](http://e)"
          + " %0A \u001b[31m \u009b1m \u202e \ud800 \uffff ]]> \\";

  private ReviewSamples() {}

  /** Returns a review of one breaking change. */
  public static Review change(String field, String what, String before, String after) {
    Change change = new Change(Impact.BREAKING, field, what, before, after);
    ReviewChange entry =
        new ReviewChange(
            "0123456789",
            Severity.ERROR,
            change,
            List.of("GET /a"),
            field,
            List.of("acme"),
            List.of(new PagePlace(new SourceLocation("pages/acme.md", 12), false)));
    return new Review(Review.Kind.CHANGES, SemverLevel.MAJOR, List.of(entry), "spec/");
  }

  /** Returns a review of one breaking change in which every text is hostile. */
  public static Review hostile() {
    Change change = new Change(Impact.BREAKING, HOSTILE, HOSTILE, HOSTILE, HOSTILE + "!", HOSTILE);
    ReviewChange entry =
        new ReviewChange(
            "0123456789",
            Severity.ERROR,
            change,
            List.of(HOSTILE),
            HOSTILE,
            List.of(HOSTILE),
            List.of(new PagePlace(new SourceLocation("pages/a, b:%.md", 12), false)));
    return new Review(Review.Kind.CHANGES, SemverLevel.MAJOR, List.of(entry), "");
  }

  /** Returns a review of a warning at two places and an error about a whole file. */
  public static Review findings() {
    return FindingReview.of(
        List.of(
            finding(Severity.WARNING, "null-type", 3, "found the type null in 'a'"),
            finding(Severity.WARNING, "null-type", 9, "found the type null in 'b'"),
            finding(Severity.ERROR, "broken-yaml", 0, "expected YAML, found " + HOSTILE)),
        Map.of());
  }

  /** Returns the ids of the places of an entry of {@link #findings}. */
  public static List<String> placeIds(int entry) {
    return findings().entries().get(entry) instanceof ReviewFinding finding
        ? finding.identified().placeIds()
        : List.of();
  }

  private static Finding finding(Severity severity, String rule, int line, String message) {
    return new Finding(rule, severity, new SourceLocation("pages/acme.md", line), message, "Kept");
  }
}
