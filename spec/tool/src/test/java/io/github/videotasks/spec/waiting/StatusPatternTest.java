package io.github.videotasks.spec.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.spec.attention.StatusTable;
import io.github.videotasks.spec.attention.TaskStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StatusPatternTest {
  private static final Set<TaskStage> ENDED = Set.of(TaskStage.FAILED, TaskStage.CANCELLED);
  private static final Set<TaskStage> SUCCEEDED = Set.of(TaskStage.SUCCEEDED);

  @Test
  void isAListOfSpellings() {
    StatusTable table =
        StatusTable.parse(
            "a.yaml",
            """
            values: {task_failed: FAILED, done: CANCELLED, open: QUEUED, half: FAILED}
            withResult: {half: SUCCEEDED}
            wait: {deadline: PT30M}
            """);
    assertThat(StatusPattern.of(table, ENDED))
        .isEqualTo("^\\s*(?:[Dd]one|DONE|[Tt]ask[-_ ][Ff]ailed|TASK[-_ ]FAILED)\\s*$");
  }

  /** Each value of the table in every spelling, and in none that only contains it. */
  @Test
  void matchesValuesOfTheStagesOnly() throws IOException {
    StatusTable table =
        StatusTable.parse(StatusTable.SOURCE, Files.readString(Path.of("..", StatusTable.SOURCE)));
    for (Set<TaskStage> stages : List.of(ENDED, SUCCEEDED)) {
      Pattern pattern = Pattern.compile(StatusPattern.of(table, stages));
      for (Map.Entry<String, TaskStage> row : table.stages().entrySet()) {
        for (String spelling : spellings(row.getKey())) {
          assertThat(pattern.matcher(spelling).find())
              .as("%s as one of %s", spelling, stages)
              .isEqualTo(stages.contains(row.getValue()));
          assertThat(pattern.matcher("un" + spelling).find()).isFalse();
          assertThat(pattern.matcher(spelling + "_part").find()).isFalse();
        }
      }
    }
  }

  private static List<String> spellings(String value) {
    String capitals = value.toUpperCase(Locale.ROOT);
    String first = capitals.charAt(0) + value.substring(1);
    return List.of(
        value,
        capitals,
        first,
        " " + value + "\n",
        value.replace('_', '-'),
        first.replace('_', ' '));
  }
}
