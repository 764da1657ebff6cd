package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Merging of new measurements into the committed table. */
class PolyglotTableTest {
  private static final PolyglotRow KNOWN =
      row("", ClientEvaluation.missingTool("not requested"), "old");
  private static final PolyglotRow OLD = row("a", measuredWith("Go 1.19", 7), "old");

  @Test
  void keepsRowWhenToolIsMissing() {
    PolyglotRow missing = row("a", ClientEvaluation.missingTool("no Go"), "new");

    assertThat(mergedRow(OLD, missing, false)).isEqualTo(OLD);
    assertThat(mergedRow(OLD, missing, true)).isEqualTo(OLD);
  }

  @Test
  void keepsRowThatWasNotRequested() {
    PolyglotTable next = table(OLD).merge(List.of(row("a", notRun(), "")), List.of(), true);

    assertThat(next).isEqualTo(table(OLD));
  }

  @Test
  void keepsRowForNewToolVersionUntilAccepted() {
    PolyglotRow now = row("a", measuredWith("Go 1.26", 7), "new");

    assertThat(mergedRow(OLD, now, false)).isEqualTo(OLD);
    assertThat(mergedRow(OLD, now, true)).isEqualTo(now);
  }

  @Test
  void replacesRowWhenFiguresChange() {
    PolyglotRow now = row("a", measuredWith("Go 1.19", 6), "old");

    assertThat(mergedRow(OLD, now, false)).isEqualTo(now);
  }

  @Test
  void keepsReasonForNotRunningUntilAccepted() {
    PolyglotRow before = row("a", ClientEvaluation.missingTool("no Go"), "old");
    PolyglotRow now = row("a", ClientEvaluation.missingTool("no network"), "new");

    assertThat(mergedRow(before, now, false)).isEqualTo(before);
    assertThat(mergedRow(before, now, true)).isEqualTo(now);
  }

  @Test
  void replacesNotRunRowWithFirstMeasurement() {
    PolyglotRow before = row("a", ClientEvaluation.missingTool("no Go"), "old");

    assertThat(mergedRow(before, OLD, false)).isEqualTo(OLD);
  }

  @Test
  void updatesRemedyOfKeptRow() {
    PolyglotTable next = table(OLD).merge(List.of(row("b", notRun(), "")), List.of(), false);

    assertThat(next).isEqualTo(table(row("b", measuredWith("Go 1.19", 7), "old")));
  }

  @Test
  void dropsRowsWithoutRecipeAndAddsNewRecipes() {
    assertThat(table(OLD).merge(List.of(), List.of(), false).rows()).isEmpty();
    assertThat(table().merge(List.of(KNOWN), List.of(), false)).isEqualTo(table(KNOWN));
  }

  @Test
  void listsClientsMeasuredWithAnotherContract() {
    assertThat(table(OLD, KNOWN).outdatedClients("new")).containsExactly("Go, go");
    assertThat(table(OLD, KNOWN).outdatedClients("old")).isEmpty();
  }

  @Test
  void replacesTableInText() {
    String text = "Before.\n\n" + table(OLD).toMarkdown() + "\nAfter.\n";

    assertThat(PolyglotTable.parse(text)).isEqualTo(table(OLD));
    assertThat(table(KNOWN).replaceIn(text))
        .isEqualTo("Before.\n\n" + table(KNOWN).toMarkdown() + "\nAfter.\n");
  }

  @Test
  void rejectsTextWithoutTable() {
    assertThatThrownBy(() -> table(OLD).replaceIn("Before.\n"))
        .hasMessageStartingWith("expected the table header | language | generator |");
  }

  private static PolyglotRow mergedRow(PolyglotRow before, PolyglotRow now, boolean accept) {
    List<PolyglotRow> known = List.of(row("a", notRun(), ""));
    return table(before).merge(known, List.of(now), accept).rows().get(0);
  }

  private static PolyglotTable table(PolyglotRow... rows) {
    return new PolyglotTable(List.of(rows));
  }

  private static ClientEvaluation notRun() {
    return ClientEvaluation.missingTool("not requested");
  }

  private static ClientEvaluation measuredWith(String tools, int decoded) {
    CaseCounts counts = new CaseCounts(7, decoded, 179, 0, 0, 0);
    return new ClientEvaluation(
        tools, null, null, Map.of(CaseKind.EXAMPLE, counts), Map.of(), 2, 2);
  }

  private static PolyglotRow row(String remedy, ClientEvaluation measured, String inputs) {
    List<String> driver = List.of("x");
    Recipe recipe =
        new Recipe("Go", "go", List.of(), List.of(), driver, driver, List.of(), Map.of(), remedy);
    return PolyglotRow.of(recipe, measured, inputs);
  }
}
