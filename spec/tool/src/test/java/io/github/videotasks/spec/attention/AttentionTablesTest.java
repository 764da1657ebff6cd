package io.github.videotasks.spec.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of status values and places, as YAML and as derived JSON. */
class AttentionTablesTest {
  private static final String WAIT = "wait:\n  deadline: PT30M\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queued | client-ext knows it as QUEUED: a wait polls on",
        "In-Progress | client-ext knows it as RUNNING: a wait polls on",
        "completed | client-ext knows it as SUCCEEDED: a wait ends with the result",
        "failed | client-ext knows it as FAILED: a wait ends with the failure",
        "expired | client-ext knows it as CANCELLED: a wait ends without a result",
        "video_upsampling_completed | client-ext knows it as RUNNING: a wait polls on, and as"
            + " SUCCEEDED when the response has the URL of a video: a wait ends with the result",
        "rendering | client-ext does not know it: a wait polls on until its deadline, 30 minutes by"
            + " default, and then ends with a timeout",
      })
  void saysWhatAWaitDoes(String value, String expected) throws IOException {
    assertThat(statuses(committed()).describe(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "URL, video_url, true",
    "URL, output.result.video_url, true",
    "URL, data.videos.url, true",
    "URL, detail.draft_info.encodings.hd.path, true",
    "URL, output.detail.url, false",
    "URL, asset_url, false",
    "URL, input.video_url, false",
    "STATUS, status, true",
    "STATUS, data.task.state, true",
    "STATUS, detail.draft_info.status, false",
    "FAILURE, error.message, true",
    "FAILURE, error.error.message, true",
    "FAILURE, data.failure_reason, true",
    "FAILURE, any.thing.moderated, true",
    "FAILURE, warnings.message, false",
  })
  void knowsPlaces(PlaceKind kind, String path, boolean known) throws IOException {
    assertThat(places(committed()).knows(kind, List.of(path.split("\\.", -1)))).isEqualTo(known);
  }

  @Test
  void readsWhatItDerives() throws IOException {
    AttentionTables read = AttentionTables.of(committed().files());

    assertThat(statuses(read).stages()).isEqualTo(statuses(committed()).stages());
    assertThat(places(read).toJson()).isEqualTo(places(committed()).toJson());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "values:\\n"
            + "  done: ENDED | s.yaml:2: [status-values] expected a value in lower case with one of"
            + " the stages [QUEUED, RUNNING, SUCCEEDED, FAILED, CANCELLED], found 'done: ENDED'",
        "values:\\n  Done: FAILED | s.yaml:2: [status-values] expected a value in lower case",
        "value:\\n"
            + "  done: FAILED | s.yaml:1: [status-values] expected values, withResult, wait, found"
            + " 'value' (did you mean 'values'?)",
        "withResult:\\n  a: FAILED | s.yaml:2: [status-values] expected 'a' in values, found none",
        "- a | s.yaml:1: [status-values] expected one object, found something else",
      })
  void refusesOtherEntriesWithTheirLine(String yaml, String message) {
    assertThatThrownBy(() -> StatusTable.parse("s.yaml", yaml.replace("\\n", "\n") + "\n"))
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesDeadlineThatIsNoDuration() {
    assertThatThrownBy(() -> StatusTable.parse("s.yaml", "wait:\n  deadline: 30 minutes\n"))
        .hasMessageStartingWith(
            "s.yaml:2: [status-values] expected a duration such as PT30M, found '30 minutes'");
  }

  @Test
  void refusesPlaceThatIsNoText() {
    assertThatThrownBy(() -> KnownPlaces.parse("p.yaml", "url:\n  task:\n    - a\n    - [b]\n"))
        .hasMessageStartingWith("p.yaml:4: [known-places] expected a text in 'task'");
  }

  @Test
  void tableMayHaveNoValueWithResult() {
    assertThat(StatusTable.parse("s.yaml", "values:\n  a: FAILED\n" + WAIT).withResult()).isEmpty();
  }

  private static AttentionTables committed() throws IOException {
    return AttentionTables.read(Path.of(".."));
  }

  private static StatusTable statuses(AttentionTables tables) {
    return Objects.requireNonNull(tables.statuses());
  }

  private static KnownPlaces places(AttentionTables tables) {
    return Objects.requireNonNull(tables.places());
  }
}
