package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import io.github.videotasks.ext.payload.Detail;
import io.github.videotasks.ext.payload.TaskFailure;
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

/** Tests the extension's facade with the language-neutral folded cases, without a network. */
class TaskStateCasesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<TaskStateCase> results() throws IOException {
    return TaskStateCase.all().stream().filter(each -> each.gives() != null);
  }

  static Stream<TaskStateCase> errors() throws IOException {
    return TaskStateCase.all().stream().filter(each -> each.error() != null);
  }

  @Test
  void hasAtLeast400UniqueCases() throws IOException {
    List<TaskStateCase> all = TaskStateCase.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(400);
    assertThat(all).allMatch(each -> (each.gives() == null) != (each.error() == null));
    assertThat(all).extracting(each -> each.name() + each.body()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("results")
  void parsesTaskState(TaskStateCase each) {
    Map<String, JsonNode> expected = Objects.requireNonNull(each.gives());
    Map<String, @Nullable Object> found = toMap(parse(each));
    assertThat(found.keySet()).containsAll(expected.keySet());
    found.keySet().retainAll(expected.keySet());
    assertThat(JSON.<JsonNode>valueToTree(found)).isEqualTo(JSON.<JsonNode>valueToTree(expected));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void throwsDocumentedError(TaskStateCase each) {
    Map<String, JsonNode> expected = Objects.requireNonNull(each.error());
    VideoTasksException error = catchThrowableOfType(VideoTasksException.class, () -> parse(each));
    Map<String, @Nullable Object> found = new LinkedHashMap<>();
    found.put("kind", error.kind().name());
    found.put("code", error.code());
    found.put("requestId", error.requestId());
    found.put("retryable", error.isRetryable());
    assertThat(found.keySet()).containsAll(expected.keySet());
    found.keySet().retainAll(expected.keySet());
    assertThat(JSON.<JsonNode>valueToTree(found)).isEqualTo(JSON.<JsonNode>valueToTree(expected));
    assertThat(error.httpStatus()).isEqualTo(each.status());
  }

  private static TaskState parse(TaskStateCase each) {
    try (CannedResponseClient gateway = new CannedResponseClient()) {
      return gateway.getTask(each.status(), each.type(), each.body());
    }
  }

  private static Map<String, @Nullable Object> toMap(TaskState state) {
    Asset result = state.result();
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", state.id().value());
    properties.put("answeredId", state.reportedId());
    properties.put("stage", state.stage().name());
    properties.put("status", state.status());
    properties.put("progress", state.progress());
    properties.put("result", result == null ? null : result.url());
    properties.put("resultAt", result == null ? null : result.jsonPath());
    properties.put("expiresAt", result == null ? null : toStringOrNull(result.expiresAt()));
    properties.put("guessed", result == null ? null : result.guessed());
    properties.put("isImage", state.isImage());
    properties.put("videos", urls(state, Asset.Kind.VIDEO));
    properties.put("images", urls(state, Asset.Kind.IMAGE));
    properties.put("fileExpiresAt", toStringOrNull(state.expiresAt()));
    TaskFailure failure = state.failure();
    properties.put("failure", failureToMap(failure));
    properties.put("messageZh", failure == null ? null : failure.messageZh());
    properties.put("createdAt", toStringOrNull(state.createdAt()));
    properties.put("updatedAt", toStringOrNull(state.updatedAt()));
    properties.put("completedAt", toStringOrNull(state.completedAt()));
    properties.put("videoLength", toStringOrNull(state.videoLength()));
    properties.put("estimatedWait", toStringOrNull(state.estimatedWait()));
    properties.put("detail", detailType(state.detail()));
    return properties;
  }

  private static List<String> urls(TaskState state, Asset.Kind kind) {
    return state.assets().stream().filter(it -> it.kind() == kind).map(Asset::url).toList();
  }

  private static @Nullable String toStringOrNull(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable Map<String, @Nullable Object> failureToMap(
      @Nullable TaskFailure failure) {
    if (failure == null) {
      return null;
    }
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("kind", failure.kind().name());
    properties.put("code", failure.code());
    properties.put("message", failure.message());
    properties.put("at", failure.jsonPath());
    return properties;
  }

  private static String detailType(Detail detail) {
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
