package io.github.videotasks.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.testkit.JavaProcess;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the jar as a separate process, in a folder outside the checkout. */
class ContractVerifierIT {

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
      JavaProcess verifier =
          verify(
              host.baseUrl().toString(),
              "--task",
              "waiting=" + grok.operations().get(0).requestId());

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

  @Test
  void returnsExitCode3WhenHostIsUnreachable() throws Exception {
    String closedUrl;
    try (StubProviderServer host = new StubProviderServer()) {
      closedUrl = host.respondWith(ProviderResponse.json(200, "{}")).toString();
    }

    assertThat(verify(closedUrl).exitCode()).isEqualTo(3);
  }

  private JavaProcess verify(String url, String... more) throws IOException, InterruptedException {
    String jar = Path.of("target/contract-verifier.jar").toAbsolutePath().toString();
    List<String> args = new ArrayList<>(List.of("-jar", jar, "verify"));
    args.addAll(List.of("--provider", grok.id(), "--url", url, "--token-env", "GATEWAY_KEY"));
    args.addAll(List.of(more));
    return JavaProcess.run(folder, ENVIRONMENT, args);
  }
}
