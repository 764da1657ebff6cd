package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ReplayServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the Arazzo document of the contract with Redocly's {@code respect} against the replay
 * server. The copy that runs has no pauses.
 */
class ArazzoNodeCheck {

  private static final String DOCUMENT = "wait-for-video.arazzo.yaml";
  private static final RepositoryLayout CHECKOUT = RepositoryLayout.find();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static @Nullable NodePackages installed;

  /** The end of a workflow: {@code success} or {@code error}, and the requests until then. */
  private record WorkflowEnd(String status, int requests) {}

  @BeforeAll
  static void install() throws Exception {
    installed = NodePackages.installOrSkip();
  }

  @ParameterizedTest
  @CsvSource({
    "chainhub-grok, waitByQueryVideoTask",
    "chainhub-openai, waitByRetrieveVideo",
    "chainhub-sora, waitByQueryVideoTask",
    "chainhub-veo, waitByQueryVideoTask",
    "jxincm-sora, waitByQueryVideoTask",
  })
  void succeedsAtFinishedTaskOfEachProvider(String provider, String workflow) throws Exception {
    assertThat(run(readDocument(), provider, workflow, "waiting*3,finished", "a key"))
        .isEqualTo(new WorkflowEnd("success", 4));
  }

  @ParameterizedTest
  @CsvSource({
    "chainhub-openai, waitByRetrieveVideo",
    "jxincm-sora, waitByQueryVideoTask",
  })
  void failsAtFailedTaskAfterRateLimit(String provider, String workflow) throws Exception {
    assertThat(run(readDocument(), provider, workflow, "rate-limited,waiting*2,failed", "a key"))
        .isEqualTo(new WorkflowEnd("error", 4));
  }

  @Test
  void pollsUnknownTaskTwiceMore() throws Exception {
    assertThat(run(readDocument(), "jxincm-sora", "waitByQueryVideoTask", "no-such-task", "a key"))
        .isEqualTo(new WorkflowEnd("error", 3));
  }

  /** Polls that take all of the 30 minutes: 180 after the first one. */
  @Test
  void givesUpAtDeadline() throws Exception {
    assertThat(run(readDocument(), "jxincm-sora", "waitByQueryVideoTask", "waiting", "a key"))
        .isEqualTo(new WorkflowEnd("error", 181));
  }

  /** The control: without the status value in the criteria, a finished task is polled again. */
  @Test
  void pollsAgainAtStatusValueThatIsNotListed() throws Exception {
    String document = readDocument().replace("[Cc]ompleted|COMPLETED|", "");
    assertThat(run(document, "chainhub-veo", "waitByQueryVideoTask", "waiting,finished", "a key"))
        .isEqualTo(new WorkflowEnd("error", 181));
  }

  private static String readDocument() throws IOException {
    return Files.readString(CHECKOUT.spec().resolve("canonical").resolve(DOCUMENT))
        .replaceAll("retryAfter: \\d+", "retryAfter: 0");
  }

  private static WorkflowEnd run(
      String document, String provider, String workflow, String id, String token) throws Exception {
    NodePackages packages = Objects.requireNonNull(installed);
    Path folder = Files.createDirectories(packages.folder().resolve("respect"));
    Files.writeString(folder.resolve(DOCUMENT), document);
    Path contract = CHECKOUT.spec().resolve("canonical/openapi-3.1.yaml");
    Files.write(folder.resolve("openapi-3.1.yaml"), Files.readAllBytes(contract));
    Path result = folder.resolve("result.json");
    Files.deleteIfExists(result);
    ContractCases cases = ContractCases.read(CHECKOUT);
    ContractProvider replayed = cases.catalogue().provider(provider);
    try (ReplayServer replay = ReplayServer.start(cases.forProvider(replayed))) {
      Process respect =
          packages.start(
              folder.resolve("respect.log"),
              "@redocly/cli/bin/cli.js",
              List.of(
                  "respect",
                  DOCUMENT,
                  "--workflow=" + workflow,
                  "--input=" + JSON.writeValueAsString(Map.of("id", id, "token", token)),
                  "--server=contract=" + replay.baseUrl(),
                  "--json-output=" + result));
      assertThat(respect.waitFor(5, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(result).as(Files.readString(folder.resolve("respect.log"))).exists();
    JsonNode report = JSON.readTree(result.toFile());
    return new WorkflowEnd(
        report.path("status").asText(),
        report.path("files").path(DOCUMENT).path("totalRequests").asInt());
  }
}
