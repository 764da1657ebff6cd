package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicTableTest {
  private static final List<String> TOPICS = List.of("strings", "numbers");
  private static final String TEXT =
      """
      Before.

      | client, failed wire cases | numbers | strings | inputs |
      |---|---|---|---|
      | Go, go | 1 of 4 | 0 of 2 | old |
      | Gone, gone | 0 of 4 | 0 of 2 | old |

      After.
      """;

  @Test
  void replacesRowOfClientThatRanAndKeepsOthers() {
    Map<String, Map<String, String>> measured = new LinkedHashMap<>();
    measured.put("Go, go", row(measured(4, 2)));
    measured.put("PHP, php", row(ClientEvaluation.missingTool("no PHP")));

    assertThat(TopicTable.parse(TEXT).merge(measured, false).replaceIn(TEXT))
        .isEqualTo(
            """
            Before.

            | client, failed wire cases | numbers | strings | inputs |
            |---|---|---|---|
            | Go, go | 2 of 4 | 0 of 2 | new |
            | PHP, php | not run here: no PHP |  | new |

            After.
            """);
  }

  @Test
  void keepsRowWhenToolIsMissing() {
    Map<String, String> missing = row(ClientEvaluation.missingTool("no Go"));

    assertThat(TopicTable.parse(TEXT).merge(Map.of("Go, go", missing), true).toMarkdown())
        .endsWith("| Go, go | 1 of 4 | 0 of 2 | old |\n");
  }

  @Test
  void keepsRowWithSameFiguresUntilAccepted() {
    Map<String, Map<String, String>> same = Map.of("Go, go", row(measured(4, 1)));

    assertThat(TopicTable.parse(TEXT).merge(same, false).toMarkdown()).endsWith(" | old |\n");
    assertThat(TopicTable.parse(TEXT).merge(same, true).toMarkdown()).endsWith(" | new |\n");
  }

  @Test
  void alignsKeptRowWithNewTopic() {
    Map<String, String> missing =
        TopicTable.row(
            ClientEvaluation.missingTool("no Go"), List.of("folded", "numbers", "strings"), "new");

    assertThat(TopicTable.parse(TEXT).merge(Map.of("Go, go", missing), false).toMarkdown())
        .isEqualTo(
            """
            | client, failed wire cases | folded | numbers | strings | inputs |
            |---|---|---|---|---|
            | Go, go |  | 1 of 4 | 0 of 2 | old |
            """);
  }

  @Test
  void saysThatClientDoesNotCompile() {
    assertThat(row(ClientEvaluation.failure("Go 1", "error")))
        .containsEntry("numbers", "not run here: it does not compile");
  }

  @Test
  void rejectsTextWithoutTable() {
    assertThatThrownBy(() -> new TopicTable(Map.of()).replaceIn("No table."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a table with the header | client, failed wire cases |, found none");
  }

  private static Map<String, String> row(ClientEvaluation evaluation) {
    return TopicTable.row(evaluation, TOPICS, "new");
  }

  private static ClientEvaluation measured(int numbers, int failed) {
    Map<String, TopicCounts> topics =
        Map.of(
            "examples", new TopicCounts(7, 0),
            "numbers", new TopicCounts(numbers, failed),
            "strings", new TopicCounts(2, 0));
    return new ClientEvaluation("Go 1", null, null, Map.of(), topics, 2, 2);
  }
}
