package io.github.videotasks.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pipeline sees of a run: exit code, headline, and the files in formats of others. */
class PipelineOutputTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final ContractCases cases = ContractCases.read(RepositoryLayout.find());
  private final ContractProvider grok = cases.catalogue().provider("chainhub-grok");

  @TempDir private Path folder;

  @Test
  void refusesUnknownStateOfTask() {
    assertThat(run("https://x.example", "--task", "fnished=t1")).isEqualTo(2);

    assertThat(err.toString())
        .startsWith(
            "--task: expected one of the states [failed, finished, waiting], found 'fnished'");
  }

  @Test
  void refusesUnknownRequiredState() {
    assertThat(run("https://x.example", "--require", "waiting,done")).isEqualTo(2);

    assertThat(err.toString())
        .startsWith(
            "--require: expected one of the states [failed, finished, rate-limited, unauthorised,"
                + " unknown-id, waiting], found 'done'");
  }

  @Test
  void failsWhenRequiredStateWasNotTried() throws IOException {
    try (ReplayServer host = ReplayServer.start(cases.forProvider(grok))) {
      String url = host.baseUrl().toString();

      assertThat(run(url, "--task", "waiting=waiting", "--require", "waiting,finished"))
          .isEqualTo(4);
    }
    assertThat(out.toString())
        .startsWith("Kept: 4 of 12 interactions were tried.\n")
        .contains("Required and not tried: finished\n");
  }

  @Test
  void headlineSaysThatOnlyRequestWithoutKeyWasTried() throws IOException {
    try (ReplayServer host = ReplayServer.start(cases.forProvider(grok))) {
      assertThat(run(host.baseUrl().toString())).isZero();
    }
    assertThat(out.toString()).startsWith("Only the request without a key was tried.");
  }

  @Test
  void checksFilesBeforeFirstRequest() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (StubProviderServer host = new StubProviderServer()) {
      String url = host.respondWith(ProviderResponse.json(200, "{}")).toString();

      assertThat(run(url, "--report", file.toString())).isEqualTo(2);
      assertThat(run(url, "--junit", folder.toString())).isEqualTo(2);
      assertThat(run(url, "--sarif", file.resolve("x.sarif").toString())).isEqualTo(2);
      assertThat(host.requestCount()).isZero();
    }
    assertThat(err.toString())
        .contains("--report: expected a folder", "--junit: expected a file", "--sarif: expected a");
  }

  @Test
  void writesReportWithOperationAndPage() throws IOException {
    verifyBroken("--report", folder.toString());

    JsonNode report = new JsonMapper().readTree(folder.resolve("index.json").toFile());
    assertThat(report.at("/providers/0/page").asText()).isEqualTo("pages/chainhub-grok.md");
    assertThat(report.at("/providers/0/rows/0/operation").asText()).isEqualTo("queryVideoTask");
    assertThat(report.at("/providers/0/source").asText()).isEqualTo("live host 127.0.0.1");
    assertThat(report.at("/head/contract").asText()).isEqualTo(contractVersion());
  }

  private static String contractVersion() throws IOException {
    Path contract = RepositoryLayout.find().spec().resolve("canonical/openapi.yaml");
    return Files.readAllLines(contract).stream()
        .filter(line -> line.startsWith("  version: "))
        .findFirst()
        .orElseThrow()
        .replaceAll("[^0-9.]", "");
  }

  @Test
  void reportOfOtherPactsNamesNoContractVersion() throws IOException {
    Path pacts = RepositoryLayout.find().pacts();
    verifyBroken("--pacts", pacts.toString(), "--report", folder.toString());

    JsonNode report = new JsonMapper().readTree(folder.resolve("index.json").toFile());
    assertThat(report.at("/head/contract").asText()).isEmpty();
  }

  @Test
  void writesJUnitXml() throws IOException {
    Path file = folder.resolve("reports/junit.xml");
    verifyBroken("--junit", file.toString());

    assertThat(file)
        .content()
        .startsWith(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"12\" failures=")
        .contains("<testcase classname=\"video-tasks-client-ext - chainhub-grok\" name=\"a request")
        .contains("<failure message=\"");
  }

  @Test
  void writesSarif() throws IOException {
    Path file = folder.resolve("result.sarif");
    verifyBroken("--sarif", file.toString());

    JsonNode result = new JsonMapper().readTree(file.toFile()).at("/runs/0/results/0");
    assertThat(result.path("ruleId").asText()).isEqualTo("contract-broken");
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("spec/pages/chainhub-grok.md");
  }

  @Test
  void annotatesJobOfGitHubActions() throws IOException {
    Path summary = folder.resolve("summary.md");
    verifyBroken(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()));

    assertThat(out.toString())
        .contains("\n::error file=spec/pages/chainhub-grok.md,title=chainhub-grok%3A a request");
    assertThat(summary).content().startsWith("### Contract verification\n\n```\nBroken: ");
  }

  @Test
  void listsProviders() {
    assertThat(
            ContractVerifier.run(new PrintWriter(out), new PrintWriter(err), Map.of(), "providers"))
        .isZero();

    assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
        .hasSize(6)
        .contains(
            "chainhub-grok queryVideoTask failed*, finished*, rate-limited, waiting*, unknown-id,"
                + " unauthorised spec/pages/chainhub-grok.md");
  }

  private void verifyBroken(String... options) throws IOException {
    verifyBroken(Map.of(), options);
  }

  /** Verifies a host whose tasks have a number as status. */
  private void verifyBroken(Map<String, String> environment, String... options) throws IOException {
    try (StubProviderServer host = new StubProviderServer()) {
      String url = host.respondWith(ProviderResponse.json(200, "{\"status\":7}")).toString();
      List<String> all = new ArrayList<>(List.of("--task", "waiting=t1"));
      all.addAll(List.of(options));

      assertThat(runWith(environment, url, all.toArray(String[]::new))).isEqualTo(1);
    }
  }

  private int run(String url, String... options) {
    return runWith(Map.of(), url, options);
  }

  private int runWith(Map<String, String> environment, String url, String... options) {
    List<String> all = new ArrayList<>(List.of("verify", "--provider", grok.id(), "--url", url));
    all.addAll(List.of(options));
    return ContractVerifier.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        environment,
        all.toArray(String[]::new));
  }
}
