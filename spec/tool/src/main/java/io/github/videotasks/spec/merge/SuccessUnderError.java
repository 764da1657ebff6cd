package io.github.videotasks.spec.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Detects success responses that a publishing tool filed under an error status code. */
final class SuccessUnderError {
  private static final List<String> ERROR_PROPERTIES =
      List.of("error", "errors", "message", "msg", "detail_message");

  private SuccessUnderError() {}

  /**
   * Returns the status code to use for a content: its own, or a success code when all its examples
   * are tasks.
   */
  static String effectiveStatus(
      SpecDocument document,
      String status,
      JsonNode media,
      Map<String, JsonNode> responses,
      Findings out) {
    if (!status.matches("[45].*")) {
      return status;
    }
    List<JsonNode> values = new ArrayList<>();
    media.path("examples").forEach(example -> values.add(example.path("value")));
    if (media.has("example")) {
      values.add(media.path("example"));
    }
    if (values.isEmpty() || !values.stream().allMatch(SuccessUnderError::isTaskResponse)) {
      return status;
    }
    String success =
        responses.keySet().stream().filter(s -> s.startsWith("2")).findFirst().orElse("200");
    out.add(
        document.warning(
            "success-under-error",
            document.location(media),
            "expected an error under " + status + ", found examples of a task",
            "Read as examples of " + success));
    return success;
  }

  private static boolean isTaskResponse(JsonNode value) {
    boolean task = value.path("id").isTextual() && value.path("status").isTextual();
    return task && ERROR_PROPERTIES.stream().allMatch(name -> value.path(name).asText().isEmpty());
  }
}
