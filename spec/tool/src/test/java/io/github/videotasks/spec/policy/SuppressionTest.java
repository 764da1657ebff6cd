package io.github.videotasks.spec.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.spec.review.Review;
import io.github.videotasks.spec.review.ReviewEntry;
import io.github.videotasks.spec.review.ReviewFormat;
import io.github.videotasks.spec.review.ReviewSamples;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pipelines read of the findings that a team accepts: an error, and a warning. */
class SuppressionTest {
  private static final LocalDate LAST_DAY = LocalDate.parse("2030-12-31");

  @Test
  void sarifMarksAcceptedWarningAsSuppressed() throws IOException {
    assertThat(suppressions(known(LAST_DAY)))
        .containsExactly(
            "[]",
            "[{\"kind\":\"external\",\"status\":\"accepted\","
                + "\"justification\":\"Known until 2030-12-31: Reported <to> the vendor.\"}]");
  }

  @Test
  void sarifReportsOutdatedAcceptanceAsUnderReview() throws IOException {
    assertThat(suppressions(known(LAST_DAY.plusDays(1))).get(1))
        .contains("\"status\":\"underReview\"", "Known until 2030-12-31, which has passed: ");
  }

  @Test
  void sarifSaysThatOtherFindingsAreNotSuppressed() throws IOException {
    assertThat(suppressions(ReviewSamples.findings())).containsExactly("[]", "[]");
  }

  @Test
  void junitSkipsAcceptedWarning() {
    assertThat(ReviewFormat.JUNIT.render(known(LAST_DAY)))
        .contains(
            "<testsuites tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\">",
            "<skipped message=\"Known until 2030-12-31: Reported &lt;to&gt; the vendor.\">");
  }

  @Test
  void junitSkipsNothingAfterTheLastDay() {
    assertThat(ReviewFormat.JUNIT.render(known(LAST_DAY.plusDays(1))))
        .contains(" skipped=\"0\">")
        .doesNotContain("<skipped");
  }

  @Test
  void datesOfPlacesCountTogether() throws IOException {
    StringBuilder entries = new StringBuilder("findings:\n");
    List<String> placeIds = ReviewSamples.placeIds(1);
    assertThat(placeIds).hasSize(2);
    for (int i = 0; i < 2; i++) {
      entries.append("  - {id: %s, reason: a, until: 203%d-01-01}%n".formatted(placeIds.get(i), i));
    }
    assertThat(suppressions(apply(entries.toString(), LAST_DAY)).get(1))
        .contains("Known until 2030-01-01, which has passed: a");
  }

  /** Returns the sample with both of its findings in the file. */
  private static Review known(LocalDate today) {
    StringBuilder entries = new StringBuilder("findings:\n");
    for (ReviewEntry entry : ReviewSamples.findings().entries()) {
      entries
          .append("  - {id: ")
          .append(entry.id())
          .append(", reason: Reported <to> the vendor., until: 2030-12-31}\n");
    }
    return apply(entries.toString(), today);
  }

  private static Review apply(String file, LocalDate today) {
    Severities none = Severities.parse("s.yaml", "rules: {}\n");
    return new ReviewPolicy(none, KnownFindings.parse(file), today).apply(ReviewSamples.findings());
  }

  private static List<String> suppressions(Review review) throws IOException {
    JsonNode sarif = new JsonMapper().readTree(ReviewFormat.SARIF.render(review));
    List<String> suppressions = new ArrayList<>();
    sarif
        .at("/runs/0/results")
        .forEach(result -> suppressions.add(result.path("suppressions").toString()));
    return suppressions;
  }
}
