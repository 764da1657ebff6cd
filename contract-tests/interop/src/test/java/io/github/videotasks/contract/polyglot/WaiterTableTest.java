package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaiterTableTest {
  private static final String TEXT =
      """
      Before.

      | waiter | script of 30 responses | other scripts | random scripts |
      |---|---|---|---|
      | Go | SUCCEEDED at poll 29 | 9 of 9 | 4 of 5 |
      | Gone | SUCCEEDED at poll 29 | 9 of 9 | 5 of 5 |

      After.
      """;

  @Test
  void keepsRowOfWaiterThatWasNotRun() {
    WaiterTable merged =
        WaiterTable.parse(TEXT)
            .merge(
                Map.of(
                    "Go", WaiterTable.notRun("no Go"),
                    "Python", WaiterTable.notRun("no Python"),
                    "Java", List.of("SUCCEEDED at poll 29", "9 of 9", "5 of 5")));
    assertThat(merged.replaceIn(TEXT))
        .isEqualTo(
            """
            Before.

            | waiter | script of 30 responses | other scripts | random scripts |
            |---|---|---|---|
            | Go | SUCCEEDED at poll 29 | 9 of 9 | 4 of 5 |
            | Java | SUCCEEDED at poll 29 | 9 of 9 | 5 of 5 |
            | Python | not run here: no Python |  |  |

            After.
            """);
  }

  @Test
  void replacesRowOfWaiterThatRan() {
    List<String> row = List.of("FAILED at poll 30", "9 of 9", "5 of 5");
    assertThat(WaiterTable.parse(TEXT).merge(Map.of("Go", row)).rows())
        .containsExactly(Map.entry("Go", row));
  }

  @Test
  void rejectsTextWithoutTable() {
    assertThatThrownBy(() -> new WaiterTable(Map.of()).replaceIn("No table."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected the table header | waiter |");
  }
}
