package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.contract.polyglot.Cases.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolyglotTableTest {
  private static final Row KNOWN = row("", Measured.missing("nobody asked for it"), "old");
  private static final Row OLD = row("a", ran("Go 1.19", 7), "old");

  @Test
  void keepsTheRowOfAnotherMachineWhereTheToolIsMissing() {
    Row missing = row("a", Measured.missing("no Go"), "new");

    assertThat(after(OLD, missing, false)).isEqualTo(OLD);
    assertThat(after(OLD, missing, true)).isEqualTo(OLD);
  }

  @Test
  void keepsTheRowThatNobodyAskedFor() {
    PolyglotTable next = table(OLD).after(List.of(row("a", notRun(), "")), List.of(), true);

    assertThat(next).isEqualTo(table(OLD));
  }

  @Test
  void anotherVersionAloneChangesNothingUntilItIsAccepted() {
    Row now = row("a", ran("Go 1.26", 7), "new");

    assertThat(after(OLD, now, false)).isEqualTo(OLD);
    assertThat(after(OLD, now, true)).isEqualTo(now);
  }

  @Test
  void otherFiguresAreSeenAtOnce() {
    Row now = row("a", ran("Go 1.19", 6), "old");

    assertThat(after(OLD, now, false)).isEqualTo(now);
  }

  @Test
  void aReasonForNotRunningIsAnotherOnOtherMachinesAndStays() {
    Row before = row("a", Measured.missing("no Go"), "old");
    Row now = row("a", Measured.missing("no network"), "new");

    assertThat(after(before, now, false)).isEqualTo(before);
    assertThat(after(before, now, true)).isEqualTo(now);
  }

  @Test
  void aFirstMeasurementTakesThePlaceOfNotRun() {
    Row before = row("a", Measured.missing("no Go"), "old");

    assertThat(after(before, OLD, false)).isEqualTo(OLD);
  }

  @Test
  void aKeptRowSaysWhatItsRecipeSaysNow() {
    PolyglotTable next = table(OLD).after(List.of(row("b", notRun(), "")), List.of(), false);

    assertThat(next).isEqualTo(table(row("b", ran("Go 1.19", 7), "old")));
  }

  @Test
  void aRowOfNoRecipeIsDroppedAndANewRecipeHasOne() {
    assertThat(table(OLD).after(List.of(), List.of(), false).rows()).isEmpty();
    assertThat(table().after(List.of(KNOWN), List.of(), false)).isEqualTo(table(KNOWN));
  }

  @Test
  void namesTheClientsThatWereMeasuredWithAnotherContract() {
    assertThat(table(OLD, KNOWN).earlier("new")).containsExactly("Go, go");
    assertThat(table(OLD, KNOWN).earlier("old")).isEmpty();
  }

  @Test
  void standsInATextInPlaceOfTheFormerOne() {
    String text = "Before.\n\n" + table(OLD).text() + "\nAfter.\n";

    assertThat(PolyglotTable.parse(text)).isEqualTo(table(OLD));
    assertThat(table(KNOWN).in(text)).isEqualTo("Before.\n\n" + table(KNOWN).text() + "\nAfter.\n");
  }

  @Test
  void aTextWithoutATableIsRefused() {
    assertThatThrownBy(() -> table(OLD).in("Before.\n"))
        .hasMessageStartingWith("expected a line that reads: | language | generator |");
  }

  private static Row after(Row before, Row now, boolean anew) {
    List<Row> known = List.of(row("a", notRun(), ""));
    return table(before).after(known, List.of(now), anew).rows().get(0);
  }

  private static PolyglotTable table(Row... rows) {
    return new PolyglotTable(List.of(rows));
  }

  private static Measured notRun() {
    return Measured.missing("nobody asked for it");
  }

  private static Measured ran(String tools, int decoded) {
    Tally tally = new Tally(7, decoded, 179, 0, 0, 0);
    return new Measured(tools, null, null, Map.of(Kind.EXAMPLE, tally), 2, 2);
  }

  private static Row row(String remedy, Measured measured, String inputs) {
    List<String> driver = List.of("x");
    Recipe recipe = new Recipe("Go", "go", List.of(), List.of(), driver, driver, Map.of(), remedy);
    return Row.of(recipe, measured, inputs);
  }
}
