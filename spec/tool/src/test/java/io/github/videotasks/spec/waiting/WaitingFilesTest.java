package io.github.videotasks.spec.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.finding.RejectedInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the document that says how to wait for a task. */
class WaitingFilesTest {
  private static final Path SPEC = Path.of("..");

  @TempDir Path folder;

  @Test
  void hasWorkflowForEachOperationThatReturnsTask() throws IOException {
    Map<String, String> operations = new TreeMap<>();
    for (JsonNode workflow : arazzo().path("workflows")) {
      operations.put(
          workflow.path("workflowId").asText(),
          workflow.at("/steps/0/operationId").asText() + " " + parameters(workflow));
    }
    assertThat(operations)
        .containsExactly(
            Map.entry("waitByQueryVideoTask", "queryVideoTask [query id, header Authorization]"),
            Map.entry("waitByRetrieveVideo", "retrieveVideo [path id, header Authorization]"));
  }

  private static List<String> parameters(JsonNode workflow) {
    List<String> parameters = new ArrayList<>();
    workflow
        .at("/steps/0/parameters")
        .forEach(it -> parameters.add(it.path("in").asText() + " " + it.path("name").asText()));
    return parameters;
  }

  @Test
  void inputHasSchemaOfParameter() throws IOException {
    JsonNode contract = new YAMLMapper().readTree(SPEC.resolve("canonical/openapi.yaml").toFile());
    JsonNode parameter = contract.at("/paths/~1v1~1video~1query/get/parameters/0");
    JsonNode input = arazzo().at("/workflows/0/inputs/properties/id");
    assertThat(input.path("pattern").asText())
        .isEqualTo(parameter.at("/schema/pattern").asText())
        .isNotEmpty();
  }

  /** 30 minutes with a pause of 10 s: 181 polls, the first of which is not a retry. */
  @Test
  void pollsUntilDeadline() throws IOException {
    JsonNode document = arazzo();
    JsonNode again = document.at("/components/failureActions/pollAgain");
    assertThat(again.path("retryAfter").intValue() * again.path("retryLimit").intValue())
        .isEqualTo(document.at("/workflows/0/x-deadline").intValue())
        .isEqualTo(1800);
  }

  @Test
  void contractWithoutRulesHasNoSuchFiles() throws IOException {
    TestPages pages = TestPages.in(folder);
    assertThat(pages.derive().files()).doesNotContainKey(WaitingFiles.ARAZZO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pause: 10           | pause: 0             | 8: [waiting-file] expected an integer of at least 1 for 'pause', found 0
          pause: 10           | paws: 10             | 8: [waiting-file] expected title, status, result, pause, transient, unknownTask, toleratedUnknown, gracePolls, gracePause, found 'paws'
          [400, 404]          | [4]                  | 13: [waiting-file] expected HTTP statuses for 'unknownTask', found 4
          toleratedUnknown: 2 |                      | 1: [waiting-file] expected 'toleratedUnknown', found none
          status: /status     | status: [/status]    | 5: [waiting-file] expected a string for 'status'
          status: /status     | status: status       | 5: [waiting-file] expected a JSON Pointer such as /status for 'status', found 'status'
          """)
  void rejectsInvalidFileWithLine(String old, @Nullable String replacement, String message)
      throws IOException {
    String text = Files.readString(SPEC.resolve("waiting.yaml"));
    Files.writeString(
        folder.resolve("waiting.yaml"), text.replace(old, replacement == null ? "" : replacement));
    assertThatThrownBy(() -> WaitRules.read(folder.resolve("waiting.yaml")))
        .isInstanceOf(RejectedInputException.class)
        .hasMessageStartingWith("waiting.yaml:" + message);
  }

  private static JsonNode arazzo() throws IOException {
    return new YAMLMapper().readTree(SPEC.resolve("canonical/" + WaitingFiles.ARAZZO).toFile());
  }
}
