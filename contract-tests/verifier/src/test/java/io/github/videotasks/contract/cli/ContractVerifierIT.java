package io.github.videotasks.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.testkit.JavaProcess;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the jar as a separate process, in a folder outside the checkout. */
class ContractVerifierIT {

  private static final String MULTIPART = "multipart/mixed; boundary=b";
  private static final String KEY = "sk-very-secret-key";
  private static final Map<String, String> ENVIRONMENT = Map.of("GATEWAY_KEY", KEY);

  @TempDir private Path folder;

  private final ContractCases cases = ContractCases.read(RepositoryLayout.find());
  private final ContractProvider grok = cases.catalogue().provider("chainhub-grok");

  @Test
  void verifiesEveryStateWithStateChangeUrl() throws Exception {
    try (ReplayServer host = ReplayServer.start(cases.forProvider(grok))) {
      JavaProcess verifier =
          verify(host.baseUrl().toString(), "--state-url", host.stateChangeUrl().toString());

      assertThat(verifier.stdout()).contains("12 verified");
      assertThat(verifier.exitCode()).as(verifier.output()).isZero();
      assertThat(verifier.stderr())
          .startsWith("Verifying live host 127.0.0.1 against the contracts of chainhub-grok")
          .contains("a request for a finished task by queryVideoTask: verified");
    }
  }

  @Test
  void verifiesConfiguredTasksAndSkipsOtherStates() throws Exception {
    try (ReplayServer host = ReplayServer.start(cases.forProvider(grok))) {
      JavaProcess verifier = verify(host.baseUrl().toString(), "--task", "waiting=waiting");

      assertThat(verifier.exitCode()).as(verifier.output()).isZero();
      assertThat(verifier.stdout()).contains("6 verified, 6 skipped");
    }
  }

  @Test
  void failsOnBrokenContractWithoutLeakingSecrets() throws Exception {
    String signedUrl = "https://files.example/v.mp4?sig=s3cr3t";
    String body = "{\"id\": [\"%1$s\"], \"status\": \"%1$s %2$s\"}".formatted(signedUrl, KEY);
    try (StubProviderServer host = new StubProviderServer()) {
      JavaProcess verifier =
          verify(
              host.respondWith(ProviderResponse.json(200, body)).toString(),
              "--task",
              "waiting=t-1");

      assertThat(verifier.exitCode()).isEqualTo(1);
      assertThat(verifier.stdout()).contains("FAILED", "files.example/v.mp4?…");
      assertThat(verifier.output()).doesNotContain(KEY, "s3cr3t", "Exception");
    }
  }

  /** Pact parses such bodies with a mail library that the jar must contain. */
  @ParameterizedTest
  @CsvSource({"queued, 0, 1 verified", "running, 1, FAILED"})
  void verifiesMultipartBody(String status, int exitCode, String result) throws Exception {
    Path pacts = Files.createDirectory(folder.resolve("pacts"));
    Files.writeString(pacts.resolve("multipart.json"), multipartPact(grok.id(), part("queued")));
    ProviderResponse response = new ProviderResponse(200, MULTIPART, part(status));
    try (StubProviderServer host = new StubProviderServer()) {
      String url = host.respondWith(response).toString();
      JavaProcess verifier = verify(url, "--pacts", pacts.toString(), "--task", "waiting=t-1");

      assertThat(verifier.stdout()).as(verifier.output()).contains(result);
      assertThat(verifier.exitCode()).as(verifier.output()).isEqualTo(exitCode);
    }
  }

  @Test
  void returnsExitCode3WhenHostIsUnreachable() throws Exception {
    String closedUrl;
    try (StubProviderServer host = new StubProviderServer()) {
      closedUrl = host.respondWith(ProviderResponse.json(200, "{}")).toString();
    }

    assertThat(verify(closedUrl).exitCode()).isEqualTo(3);
  }

  private static String part(String status) {
    return "--b\r\nContent-Disposition: form-data; name=\"task\"\r\nContent-Type: application/json"
        + "\r\n\r\n{\"status\":\""
        + status
        + "\"}\r\n--b--\r\n";
  }

  private static String multipartPact(String provider, String body) throws IOException {
    Map<String, Object> response =
        Map.of(
            "status", 200,
            "headers", Map.of("Content-Type", List.of(MULTIPART)),
            "body", Map.of("content", body, "contentType", MULTIPART, "encoded", false));
    Map<String, Object> interaction =
        Map.of(
            "type",
            "Synchronous/HTTP",
            "description",
            "a request for parts",
            "providerStates",
            List.of(Map.of("name", "waits", "params", Map.of("id", "t-1", "state", "waiting"))),
            "request",
            Map.of("method", "GET", "path", "/parts"),
            "response",
            response);
    return new JsonMapper()
        .writeValueAsString(
            Map.of(
                "consumer", Map.of("name", "a-consumer"),
                "provider", Map.of("name", provider),
                "interactions", List.of(interaction),
                "metadata", Map.of("pactSpecification", Map.of("version", "4.0"))));
  }

  private JavaProcess verify(String url, String... more) throws IOException, InterruptedException {
    String jar = Path.of("target/contract-verifier.jar").toAbsolutePath().toString();
    List<String> args = new ArrayList<>(List.of("-jar", jar, "verify"));
    args.addAll(List.of("--provider", grok.id(), "--url", url, "--token-env", "GATEWAY_KEY"));
    args.addAll(List.of(more));
    return JavaProcess.run(folder, ENVIRONMENT, args);
  }
}
