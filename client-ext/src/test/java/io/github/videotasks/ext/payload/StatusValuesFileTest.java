package io.github.videotasks.ext.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.SpecDataFile.Entry;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the table of status values with the file that other languages and spec-tool read. */
class StatusValuesFileTest {
  private static final SpecDataFile FILE = SpecDataFile.read("status-values.yaml");

  @Test
  void fileHasTheValuesOfTheLibrary() {
    assertThat(FILE.differences("values", "StageMapping", entries(StageMapping.stages())))
        .isEmpty();
    assertThat(FILE.differences("withResult", "StageMapping", entries(StageMapping.WITH_RESULT)))
        .isEmpty();
  }

  @Test
  void fileHasTheDeadlineOfAWait() {
    assertThat(
            FILE.differences(
                "wait", "WaitPolicy", Stream.of("deadline: " + WaitPolicy.DEFAULT_DEADLINE)))
        .isEmpty();
  }

  @Test
  void fileHasNoOtherSection() {
    assertThat(FILE.entries())
        .extracting(Entry::section)
        .containsOnly("values", "withResult", "wait");
  }

  @Test
  void everyValueWithResultHasAStageWithoutResult() {
    assertThat(StageMapping.stages())
        .containsKeys(StageMapping.WITH_RESULT.keySet().toArray(String[]::new));
  }

  @Test
  void namesTheLineToAddOnEitherSide() {
    SpecDataFile file =
        SpecDataFile.parse("a.yaml", List.of("# note", "values:", "  paused: QUEUED"));

    assertThat(file.differences("values", "Table", Stream.of("rendering: RUNNING")))
        .containsExactly(
            "a.yaml:3: 'paused: QUEUED' is not in Table; add it there, or delete the line",
            "a.yaml: expected every entry of Table, add the line '  rendering: RUNNING' to values");
  }

  private static Stream<String> entries(Map<String, Stage> table) {
    return table.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue());
  }
}
