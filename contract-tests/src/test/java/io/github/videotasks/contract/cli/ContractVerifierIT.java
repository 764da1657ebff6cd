package io.github.videotasks.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.JavaProcess;
import io.github.videotasks.contract.consumer.CannedProvider;
import io.github.videotasks.contract.replay.Answer;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.replay.Situations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a process of its own, in a folder that is no checkout. */
class ContractVerifierIT {

  private static final String KEY = "sk-very-secret-key";
  private static final Map<String, String> ENVIRONMENT = Map.of("GATEWAY_KEY", KEY);

  @TempDir private Path folder;

  private final Situations situations = Situations.read(Checkout.find());
  private final Provider grok = situations.catalogue().provider("chainhub-grok");

  @Test
  void verifiesATestHostThatCanBeBroughtIntoEveryState() throws Exception {
    try (ReplayServer host = ReplayServer.start(situations.of(grok))) {
      JavaProcess verifier =
          verify(host.baseUrl().toString(), "--state-url", host.stateUrl().toString());

      assertThat(verifier.out()).contains("12 verified");
      assertThat(verifier.exit()).as(verifier.said()).isZero();
      assertThat(verifier.err())
          .startsWith("Asking live host 127.0.0.1 for chainhub-grok")
          .contains("a request for a finished task by queryVideoTask: verified");
    }
  }

  @Test
  void asksForTheTasksThatItIsGivenAndSkipsOtherStates() throws Exception {
    try (ReplayServer host = ReplayServer.start(situations.of(grok))) {
      JavaProcess verifier =
          verify(
              host.baseUrl().toString(),
              "--task",
              "waiting=" + grok.operations().get(0).requestId());

      assertThat(verifier.exit()).as(verifier.said()).isZero();
      assertThat(verifier.out()).contains("6 verified, 6 skipped");
    }
  }

  @Test
  void failsOnAHostThatBreaksAContractAndShowsNeitherKeyNorSignature() throws Exception {
    String signed = "https://files.example/v.mp4?sig=s3cr3t";
    String body = "{\"id\": [\"%1$s\"], \"status\": \"%1$s %2$s\"}".formatted(signed, KEY);
    try (CannedProvider host = new CannedProvider()) {
      JavaProcess verifier =
          verify(host.answering(Answer.json(200, body)).toString(), "--task", "waiting=t-1");

      assertThat(verifier.exit()).isEqualTo(1);
      assertThat(verifier.out()).contains("FAILED", "files.example/v.mp4?…");
      assertThat(verifier.said()).doesNotContain(KEY, "s3cr3t", "Exception");
    }
  }

  @Test
  void tellsAHostThatDoesNotAnswer() throws Exception {
    String gone;
    try (CannedProvider host = new CannedProvider()) {
      gone = host.answering(Answer.json(200, "{}")).toString();
    }

    assertThat(verify(gone).exit()).isEqualTo(3);
  }

  private JavaProcess verify(String url, String... more) throws IOException, InterruptedException {
    String jar = Path.of("target/contract-verifier.jar").toAbsolutePath().toString();
    List<String> args = new ArrayList<>(List.of("-jar", jar, "verify"));
    args.addAll(List.of("--provider", grok.id(), "--url", url, "--token-env", "GATEWAY_KEY"));
    args.addAll(List.of(more));
    return JavaProcess.run(folder, ENVIRONMENT, args);
  }
}
