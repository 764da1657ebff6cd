package io.github.videotasks.spec.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ids of findings: the same for the same thing, another for another thing. */
class FindingIdsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "found 3 times in line 7 | found 5 times in line 8",
        "GET /a is described 4 times: here, at pages/a.md:13 | GET /a is described 9 times: at"
            + " pages/b.md:1, here, at pages/c.md:13",
        "differs at pages/a.md:12#/info/title, kept | differs at pages/moved/a.md:9, kept",
        "found this page and pages/a.md | found this page and pages/sub/b.md",
        "example a/1 lacks 2 properties: b, c | example a/2 lacks 2 properties: c, b",
        "expected one in lines 3, 4 and 5 | expected one in line 9",
      })
  void ignoreLinesPagesAndCounts(String message, String same) {
    assertThat(ids(finding("pages/a.md", 1, message)))
        .isEqualTo(ids(finding("pages/a.md", 9, same)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "found the header Accept | found the header Cookie",
        "found 'a' | found 'b'",
        "expected int32 | expected int64",
        "found: a | found: b",
        "found it here | found it nowhere",
      })
  void differForOtherThings(String message, String other) {
    assertThat(ids(finding("pages/a.md", 1, message)))
        .doesNotContainAnyElementsOf(places(finding("pages/a.md", 1, other)));
  }

  @Test
  void dependOnRuleAndProviderAndNotOnTheFile() {
    Finding finding = finding("pages/a.md", 1, "found it");
    Finding other =
        new Finding("other-rule", Severity.INFO, finding.location(), "found it", "Kept");

    assertThat(ids("acme", finding)).isEqualTo(ids("acme", finding("pages/x/b.md", 7, "found it")));
    assertThat(ids("acme", finding)).doesNotContainAnyElementsOf(ids("second", finding));
    assertThat(ids("acme", finding)).doesNotContainAnyElementsOf(ids("acme", other));
  }

  @Test
  void ofOneFindingDoNotDependOnOthers() {
    Finding finding = finding("pages/a.md", 5, "found 'b'");
    List<Finding> all = new ArrayList<>(List.of(finding));
    for (String name : List.of("a", "c", "d")) {
      all.add(finding("pages/a.md", 1, "found '" + name + "'"));
      all.add(finding("pages/0.md", 1, "found '" + name + "'"));
    }

    assertThat(ids(all.toArray(Finding[]::new))).containsAll(ids(finding));
  }

  @Test
  void numberEqualFindingsOfAPage() {
    Finding first = finding("pages/a.md", 1, "found no title");
    Finding second = finding("pages/a.md", 2, "found no title");
    Finding third = finding("pages/a.md", 3, "found no title");

    assertThat(places(first, second, third)).hasSize(3).containsAll(places(first, second));
  }

  @Test
  void doNotDependOnTheOrder() {
    List<Finding> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(finding("pages/" + i % 7 + ".md", i, "found the header H" + i % 5));
    }
    Set<String> ids = ids(all.toArray(Finding[]::new));
    Collections.reverse(all);

    assertThat(ids(all.toArray(Finding[]::new))).isEqualTo(ids);
  }

  @Test
  void areUniqueForManyFindings() {
    List<Finding> all = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      all.add(finding("pages/a.md", i, "found 'name" + i + "'"));
    }
    assertThat(places(all.toArray(Finding[]::new))).hasSize(20_000);
  }

  @Test
  void numberGroupsOfOneProviderByTheirContent() {
    Finding b = finding("pages/b.md", 1, "found 'b'");
    Finding a = finding("pages/a.md", 1, "found 'a'");
    Finding moved = finding("pages/z.md", 1, "found 'a'");

    assertThat(ids("acme", a, b)).isEqualTo(ids("acme", b, moved)).hasSize(4);
  }

  private static Set<String> places(Finding... findings) {
    Set<String> ids = new TreeSet<>();
    identify("", findings).forEach(group -> ids.addAll(group.placeIds()));
    return ids;
  }

  private static Set<String> ids(Finding... findings) {
    return ids("", findings);
  }

  private static Set<String> ids(String owner, Finding... findings) {
    Set<String> ids = new TreeSet<>();
    for (IdentifiedFindings group : identify(owner, findings)) {
      ids.add(group.id());
      ids.addAll(group.placeIds());
    }
    return ids;
  }

  private static List<IdentifiedFindings> identify(String owner, Finding... findings) {
    return FindingIds.of(
        FindingGroup.of(List.of(findings)), file -> owner.isEmpty() ? file : owner);
  }

  private static Finding finding(String file, int line, String message) {
    return new Finding("rule", Severity.INFO, new SourceLocation(file, line), message, "Kept");
  }
}
