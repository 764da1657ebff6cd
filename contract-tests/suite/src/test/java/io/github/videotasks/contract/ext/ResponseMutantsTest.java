package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.client.runtime.JsonValue;
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

/** Tests the vendors' examples with one property at a time dropped, null or changed in type. */
class ResponseMutantsTest {

  private static final Path EXAMPLES = Path.of("../../spec/canonical/examples");

  private static List<JsonValue> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d+\\.json"))
          .sorted()
          .map(ResponseMutantsTest::read)
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
  void parsesEveryMutantWithoutLoss() throws IOException {
    List<String> errors = new ArrayList<>();
    int parsed = 0;
    try (CannedResponseClient gateway = new CannedResponseClient()) {
      for (JsonValue example : examples()) {
        for (JsonValue mutant : ResponseMutants.of(example)) {
          try {
            TaskState state = gateway.getTask(200, "application/json", mutant.json());
            assertThat(state.raw()).isEqualTo(mutant);
            callAllAccessors(state);
            parsed++;
          } catch (VideoTasksException error) {
            errors.add(error.getMessage());
          }
        }
      }
    }
    assertThat(parsed).isGreaterThan(3_000);
    assertThat(errors).isEmpty();
  }

  private static void callAllAccessors(TaskState state) {
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
                    waiting ->
                        waiting
                            .pendingInfo()
                            .match(ResponseMutantsTest::describePending, Object::toString),
                    finished -> finished.draftInfo().toString(),
                    veo -> veo.isRunning() + " " + veo.errorMessage() + veo.videoUrl(),
                    Object::toString))
        .isNotEmpty();
  }

  private static String describePending(PendingInfo.VideoGen pending) {
    return pending
        + " "
        + pending.progress()
        + pending.queuePosition()
        + pending.estimatedWait()
        + pending.failureReason()
        + pending.createdAt();
  }
}
