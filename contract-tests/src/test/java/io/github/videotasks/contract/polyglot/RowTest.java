package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.contract.polyglot.Cases.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final Recipe GO =
      new Recipe(
          "Go", "go", List.of(), List.of(), List.of("x"), List.of("x"), Map.of(), "none | known");

  @Test
  void saysWhatWasMeasured() {
    Map<Kind, Tally> tallies =
        Map.of(
            Kind.EXAMPLE, new Tally(7, 7, 179, 0, 62, 0),
            Kind.DECLARED, new Tally(109, 104, 332, 11, 1, 1),
            Kind.ODD, new Tally(36, 3, 11, 2, 0, 0));

    Row row = Row.of(GO, new Measured("Go 1.19.8", null, null, tallies, 2, 2), "0123abcd");

    assertThat(row.line())
        .isEqualTo(
            "| Go | go | Go 1.19.8 | yes | 7 of 7 | 0 of 179 | 104 of 109 | 11 of 332, 1 made up"
                + " | 3 of 36 | 2 of 11 | 63 | 2 of 2 | none / known | 0123abcd |");
    assertThat(row.run()).isTrue();
  }

  @Test
  void saysWhatIsMissing() {
    Row row = Row.of(GO, Measured.missing("no Go"), "0123abcd");

    assertThat(row.line())
        .isEqualTo(
            "| Go | go |  | not run here: no Go |  |  |  |  |  |  |  |  | none / known | 0123abcd |");
    assertThat(row.run()).isFalse();
  }

  @Test
  void saysTheFirstErrorOfAClientThatDoesNotCompile() {
    Row row =
        Row.of(GO, Measured.broken("Go 1.19.8", "noise\nx.go:1: error: no | such\nmore"), "0");

    assertThat(row.line()).startsWith("| Go | go | Go 1.19.8 | no: x.go:1: error: no / such |  |");
    assertThat(row.run()).isTrue();
  }

  @Test
  void isReadAsItWasWritten() {
    Row row = Row.of(GO, Measured.missing("no Go"), "0123abcd");

    assertThat(Row.parse(row.line())).isEqualTo(row);
  }

  @Test
  void aLineOfAnotherTableIsRefused() {
    assertThatThrownBy(() -> Row.parse("| Go | go |"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 14 cells, found 2: [Go, go]");
  }
}
