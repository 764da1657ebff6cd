package io.github.videotasks.ext.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Snapshots that a client with format version 1 wrote. The file is its output and is never changed.
 */
class PreviousSnapshotVersionTest {

  private static final String FILE = "snapshots-version-1.tsv";

  /** A stored snapshot, named after the state of the wait. */
  private record StoredSnapshot(String name, String json) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static List<StoredSnapshot> stored() throws IOException {
    try (InputStream in = PreviousSnapshotVersionTest.class.getResourceAsStream(FILE)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(line -> line.split("\t", -1))
          .map(columns -> new StoredSnapshot(columns[0], columns[1]))
          .toList();
    }
  }

  private static StoredSnapshot stored(String name) throws IOException {
    return stored().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void fileHasSnapshotsOfVersion1Only() throws IOException {
    assertThat(stored()).hasSize(10).allMatch(it -> it.json().startsWith("{\"version\":1,"));
  }

  @ParameterizedTest
  @MethodSource("stored")
  void isReadCompletely(StoredSnapshot stored) {
    WaitSnapshot snapshot = WaitSnapshot.parse(stored.json());
    String outage = "\"outage_ms\":(null|[0-9]+),";
    assertThat(
            snapshot.toJson().replaceFirst(outage, "").replace("{\"version\":2", "{\"version\":1"))
        .isEqualTo(stored.json());
  }

  @ParameterizedTest
  @MethodSource("stored")
  void isResumedToTheEnd(StoredSnapshot stored) {
    WaitSnapshot snapshot = WaitSnapshot.parse(stored.json());
    VirtualTime time = new VirtualTime();
    TaskWatch resumed =
        new TaskPoller(
                snapshot.gateway(),
                new TaskScript(time, "CONNECTION", "processing 60", "completed"),
                time,
                RateLimits.DEFAULTS)
            .resume(snapshot, WaitPolicy.defaults(), TaskListener.none());
    time.advance(Duration.ofMinutes(9));
    assertThat(resumed.result().join().stage()).isEqualTo(Stage.SUCCEEDED);
    assertThat(resumed.timeline().polls()).isGreaterThan(snapshot.timeline().polls());
  }

  /** Version 1 counted the failures; the outage begins at the snapshot, so no wait ends earlier. */
  @Test
  void outageBeginsAtSnapshot() throws IOException {
    WaitSnapshot snapshot = WaitSnapshot.parse(stored("during an outage").json());
    assertThat(snapshot.history().streaks().outageSince()).isEqualTo(Duration.ofSeconds(50));
    assertThat(snapshot.history().streaks().errors()).isEqualTo(3);
    assertThat(
            WaitSnapshot.parse(stored("running with progress").json())
                .history()
                .streaks()
                .outageSince())
        .isNull();
  }
}
