package io.github.videotasks.spec.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.spec.diff.Impact;
import io.github.videotasks.spec.finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Severities of rules and classes of changes. */
class SeveritiesTest {
  @Test
  void setsSeverityOfRule() {
    Severities severities = Severities.parse("s.yaml", "rules:\n  null-type: error\n");

    assertThat(severities.ofRule("null-type")).isEqualTo(Severity.ERROR);
    assertThat(severities.ofRule("empty-title")).isNull();
  }

  @Test
  void prefersTheKindOfAttentionToItsClass() {
    Severities severities =
        Severities.parse("s.yaml", "changes:\n  attention: error\n  status-value-removed: info\n");

    assertThat(severities.ofChange(Impact.ATTENTION, "status value added"))
        .isEqualTo(Severity.ERROR);
    assertThat(severities.ofChange(Impact.ATTENTION, "status value removed"))
        .isEqualTo(Severity.INFO);
    assertThat(severities.ofChange(Impact.BREAKING, "status value removed")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules | null-tipe: error | expected a rule of RULES.md, found 'null-tipe' (did you mean"
            + " 'null-type'?)",
        "rules | null-type: fatal | expected one of error, warning, info for null-type, found"
            + " 'fatal'",
        "changes | braking: error | expected one of breaking,"
            + " breaking-for-generated-code-only, attention, compatible, none, status-value-added,"
            + " status-value-removed, status-value-moved, new-place-of-a-url,"
            + " new-place-of-a-failure, new-place-of-a-status, found 'braking' (did you mean"
            + " 'breaking'?)",
      })
  void refusesUnknownNamesWithTheirLine(String key, String entry, String message) {
    assertThatThrownBy(() -> Severities.parse("s.yaml", "# a\n" + key + ":\n  " + entry + "\n"))
        .hasMessageStartingWith("s.yaml:3: [severities] " + message);
  }

  @Test
  void committedFileChangesNoDefault() throws IOException {
    Severities committed = Severities.readFolder(Path.of(".."));

    assertThat(committed.ofChange(Impact.BREAKING, "")).isEqualTo(Severity.ERROR);
    assertThat(committed.ofChange(Impact.ATTENTION, "status value added"))
        .isEqualTo(Severity.WARNING);
    assertThat(committed.ofChange(Impact.NONE, "")).isEqualTo(Severity.INFO);
  }
}
