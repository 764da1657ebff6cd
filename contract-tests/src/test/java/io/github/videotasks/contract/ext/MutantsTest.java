package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.JsonValue;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.PendingInfo;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vendors' examples with each member dropped, nulled and re-typed, one at a time. */
class MutantsTest {

  private static final Path EXAMPLES = Path.of("../spec/canonical/examples");

  private static List<JsonValue> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d+\\.json"))
          .sorted()
          .map(MutantsTest::read)
          .toList();
    }
  }

  private static JsonValue read(Path file) {
    try {
      return JsonValue.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noneThrowsAnythingUndocumentedAndNoneLosesAnything() throws IOException {
    List<String> errors = new ArrayList<>();
    int understood = 0;
    try (CannedGateway gateway = new CannedGateway()) {
      for (JsonValue example : examples()) {
        for (JsonValue mutant : Mutants.of(example)) {
          try {
            TaskState state = gateway.ask(200, "application/json", mutant.json());
            assertThat(state.raw()).isEqualTo(mutant);
            lookAtEverything(state);
            understood++;
          } catch (VideoTasksException error) {
            errors.add(error.getMessage());
          }
        }
      }
    }
    assertThat(understood).isGreaterThan(3_000);
    assertThat(errors).isEmpty();
  }

  private static void lookAtEverything(TaskState state) {
    assertThat(state.toString()).isNotEmpty();
    assertThat(state.task().toJson()).isEqualTo(state.raw());
    assertThat(String.valueOf(state.createdAt()) + state.updatedAt() + state.completedAt())
        .isNotEmpty();
    assertThat(state.videoLength() + " " + state.estimatedWait() + state.failure()).isNotEmpty();
    for (Asset asset : state.assets()) {
      assertThat(asset + " " + asset.expiresAt()).isNotEmpty();
    }
    JsonValue detail = state.raw().get("detail");
    assertThat(state.detail().raw()).isEqualTo(detail == null ? JsonValue.NULL : detail);
    assertThat(
            state
                .detail()
                .match(
                    waiting -> waiting.pendingInfo().match(MutantsTest::all, Object::toString),
                    finished -> finished.draftInfo().toString(),
                    veo -> veo.isRunning() + " " + veo.errorText() + veo.videoUrl(),
                    Object::toString))
        .isNotEmpty();
  }

  private static String all(PendingInfo.VideoGen pending) {
    return pending
        + " "
        + pending.progress()
        + pending.queuePosition()
        + pending.estimatedWait()
        + pending.failureReason()
        + pending.createdAt();
  }
}
