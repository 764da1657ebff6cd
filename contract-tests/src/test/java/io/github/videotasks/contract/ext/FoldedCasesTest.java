package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.Detail;
import io.github.videotasks.ext.payload.Failure;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The extension's facade against the language-neutral folded cases, without a network. */
class FoldedCasesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<FoldedCase> answers() throws IOException {
    return FoldedCase.all().stream().filter(each -> each.gives() != null);
  }

  static Stream<FoldedCase> errors() throws IOException {
    return FoldedCase.all().stream().filter(each -> each.error() != null);
  }

  @Test
  void areManyAndEachClaimsSomething() throws IOException {
    List<FoldedCase> all = FoldedCase.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(400);
    assertThat(all).allMatch(each -> (each.gives() == null) != (each.error() == null));
    assertThat(all).extracting(each -> each.name() + each.body()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void isUnderstood(FoldedCase each) {
    Map<String, JsonNode> claimed = Objects.requireNonNull(each.gives());
    Map<String, @Nullable Object> found = meaning(ask(each));
    assertThat(found.keySet()).containsAll(claimed.keySet());
    found.keySet().retainAll(claimed.keySet());
    assertThat(JSON.<JsonNode>valueToTree(found)).isEqualTo(JSON.<JsonNode>valueToTree(claimed));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void isTheErrorThatIsDocumented(FoldedCase each) {
    Map<String, JsonNode> claimed = Objects.requireNonNull(each.error());
    VideoTasksException error = catchThrowableOfType(VideoTasksException.class, () -> ask(each));
    Map<String, @Nullable Object> found = new LinkedHashMap<>();
    found.put("kind", error.kind().name());
    found.put("code", error.code());
    found.put("requestId", error.requestId());
    found.put("retryable", error.isRetryable());
    assertThat(found.keySet()).containsAll(claimed.keySet());
    found.keySet().retainAll(claimed.keySet());
    assertThat(JSON.<JsonNode>valueToTree(found)).isEqualTo(JSON.<JsonNode>valueToTree(claimed));
    assertThat(error.httpStatus()).isEqualTo(each.status());
  }

  private static TaskState ask(FoldedCase each) {
    try (CannedGateway gateway = new CannedGateway()) {
      return gateway.ask(each.status(), each.type(), each.body());
    }
  }

  private static Map<String, @Nullable Object> meaning(TaskState state) {
    Asset result = state.result();
    Map<String, @Nullable Object> meaning = new LinkedHashMap<>();
    meaning.put("id", state.id().value());
    meaning.put("answeredId", state.answeredId());
    meaning.put("stage", state.stage().name());
    meaning.put("status", state.status());
    meaning.put("progress", state.progress());
    meaning.put("result", result == null ? null : result.address());
    meaning.put("resultAt", result == null ? null : result.place());
    meaning.put("expiresAt", result == null ? null : text(result.expiresAt()));
    meaning.put("failure", failure(state.failure()));
    meaning.put("createdAt", text(state.createdAt()));
    meaning.put("updatedAt", text(state.updatedAt()));
    meaning.put("completedAt", text(state.completedAt()));
    meaning.put("videoLength", text(state.videoLength()));
    meaning.put("estimatedWait", text(state.estimatedWait()));
    meaning.put("detail", form(state.detail()));
    return meaning;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable Map<String, @Nullable Object> failure(@Nullable Failure failure) {
    if (failure == null) {
      return null;
    }
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("kind", failure.kind().name());
    said.put("code", failure.code());
    said.put("message", failure.message());
    said.put("at", failure.place());
    return said;
  }

  private static String form(Detail detail) {
    return detail.match(
        waiting -> "waiting/" + waiting.pendingInfo().match(v -> "video_gen", u -> "unknown"),
        finished ->
            "finished/"
                + finished
                    .draftInfo()
                    .match(d -> "draft", v -> "content_violation", u -> "unknown"),
        veo -> "veo",
        unknown -> "unknown");
  }
}
