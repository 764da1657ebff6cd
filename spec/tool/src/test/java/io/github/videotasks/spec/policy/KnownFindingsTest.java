package io.github.videotasks.spec.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.finding.FindingGroup;
import io.github.videotasks.spec.finding.FindingIds;
import io.github.videotasks.spec.finding.IdentifiedFindings;
import io.github.videotasks.spec.finding.Severity;
import io.github.videotasks.spec.finding.SourceLocation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings that a team has accepted until a date. */
class KnownFindingsTest {
  private static final List<IdentifiedFindings> FINDINGS =
      FindingIds.of(
          FindingGroup.of(List.of(finding(3, "found 'a'"), finding(7, "found 'b'"))), file -> file);

  private static final String GROUP = FINDINGS.get(0).id();
  private static final String SECOND = FINDINGS.get(0).placeIds().get(1);

  @ParameterizedTest
  @CsvSource({"2030-05-01, 0", "2030-05-02, 1"})
  void lastsThroughItsLastDay(LocalDate today, int problems) {
    assertThat(known(GROUP, "2030-05-01").problems(FINDINGS, today)).hasSize(problems);
  }

  @Test
  void namesTheFindingOfAnEntryThatIsOutOfDate() {
    assertThat(known(SECOND, "2030-05-01").problems(FINDINGS, LocalDate.of(2031, 1, 2)))
        .containsExactly(
            "known-findings.yaml:2: [known-findings] expected a date from 2031-01-02 on, found"
                + " until 2030-05-01 for "
                + SECOND
                + ": pages/a.md:7: [rule] found 'b'. Kept. Decide again: set a later date with a"
                + " reason, or delete the entry");
  }

  @Test
  void reportsEntryThatNoLongerOccurs() {
    assertThat(known("f000000000", "2030-05-01").problems(FINDINGS, LocalDate.of(2030, 1, 1)))
        .containsExactly(
            "known-findings.yaml:2: [known-findings] expected a finding with the id f000000000,"
                + " found none: it no longer occurs. Delete the entry");
  }

  @Test
  void acceptsAGroupByItsIdOrByThoseOfAllPlaces() {
    assertThat(known(GROUP, "2030-05-01").entryOf(FINDINGS.get(0))).isNotNull();
    assertThat(known(SECOND, "2030-05-01").entryOf(FINDINGS.get(0))).isNull();
    String both =
        entry(SECOND, "2030-05-01") + entry(FINDINGS.get(0).placeIds().get(0), "2030-05-01");
    assertThat(KnownFindings.parse("findings:\n" + both).entryOf(FINDINGS.get(0))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- id: x | 2: [known-findings] expected the id of a finding such as f0a1b2c3d4, found 'x'",
        "- id: f000000000 | 2: [known-findings] expected a reason for f000000000, found none",
        "- {id: f000000000, reason: a, until: soon} | 2: [known-findings] expected the last day"
            + " such as 2030-12-31, found 'soon'",
        "- {id: f000000000, reason: a, till: 2030-01-01} | 2: [known-findings] expected id, reason,"
            + " until, found 'till'",
        "- text | 2: [known-findings] expected entries with id, reason and until, found another",
      })
  void refusesOtherEntriesWithTheirLine(String entry, String message) {
    assertThatThrownBy(() -> KnownFindings.parse("findings:\n  " + entry + "\n"))
        .hasMessageStartingWith("known-findings.yaml:" + message);
  }

  @Test
  void refusesAnIdThatOccursTwice() {
    String entry = entry(GROUP, "2030-05-01");

    assertThatThrownBy(() -> KnownFindings.parse("findings:\n" + entry + entry))
        .hasMessageStartingWith(
            "known-findings.yaml:5: [known-findings] expected each id once, found "
                + GROUP
                + " in line 2 as well");
  }

  private static KnownFindings known(String id, String until) {
    return KnownFindings.parse("findings:\n" + entry(id, until));
  }

  private static String entry(String id, String until) {
    return "  - id: " + id + "\n    reason: Reported to the vendor.\n    until: " + until + "\n";
  }

  private static Finding finding(int line, String message) {
    return new Finding(
        "rule", Severity.INFO, new SourceLocation("pages/a.md", line), message, "Kept");
  }
}
