package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Formatting and parsing of table rows. */
class PolyglotRowTest {
  private static final Recipe GO =
      new Recipe(
          "Go",
          "go",
          List.of(),
          List.of(),
          List.of("x"),
          List.of("x"),
          List.of(),
          Map.of(),
          "none | known");

  @Test
  void formatsMeasurement() {
    Map<CaseKind, CaseCounts> counts =
        Map.of(
            CaseKind.EXAMPLE, new CaseCounts(7, 7, 179, 0, 62, 0),
            CaseKind.CONFORMING, new CaseCounts(109, 104, 332, 11, 1, 1),
            CaseKind.NONCONFORMING, new CaseCounts(36, 3, 11, 2, 0, 0));

    PolyglotRow row =
        PolyglotRow.of(
            GO, new ClientEvaluation("Go 1.19.8", null, null, counts, Map.of(), 2, 2), "0123abcd");

    assertThat(row.toMarkdown())
        .isEqualTo(
            "| Go | go | Go 1.19.8 | yes | 7 of 7 | 0 of 179 | 104 of 109 | 11 of 332, 1 added"
                + " | 3 of 36 | 2 of 11 | 63 | 2 of 2 | none / known | 0123abcd |");
    assertThat(row.wasRun()).isTrue();
  }

  @Test
  void formatsMissingTool() {
    PolyglotRow row = PolyglotRow.of(GO, ClientEvaluation.missingTool("no Go"), "0123abcd");

    assertThat(row.toMarkdown())
        .isEqualTo(
            "| Go | go |  | not run here: no Go |  |  |  |  |  |  |  |  | none / known | 0123abcd"
                + " |");
    assertThat(row.wasRun()).isFalse();
  }

  @Test
  void formatsFirstCompilerError() {
    PolyglotRow row =
        PolyglotRow.of(
            GO,
            ClientEvaluation.failure("Go 1.19.8", "noise\nx.go:1: error: no | such\nmore"),
            "0");

    assertThat(row.toMarkdown())
        .startsWith("| Go | go | Go 1.19.8 | no: x.go:1: error: no / such |  |");
    assertThat(row.wasRun()).isTrue();
  }

  @Test
  void parsesFormattedRow() {
    PolyglotRow row = PolyglotRow.of(GO, ClientEvaluation.missingTool("no Go"), "0123abcd");

    assertThat(PolyglotRow.parse(row.toMarkdown())).isEqualTo(row);
  }

  @Test
  void rejectsLineOfAnotherTable() {
    assertThatThrownBy(() -> PolyglotRow.parse("| Go | go |"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 14 cells, found 2: [Go, go]");
  }
}
