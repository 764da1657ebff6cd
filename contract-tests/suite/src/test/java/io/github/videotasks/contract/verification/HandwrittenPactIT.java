package io.github.videotasks.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.PactVerifier;
import io.github.videotasks.contract.provider.ReplayTarget;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ReplayServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Verifies the pact that the handwritten consumer test wrote. */
class HandwrittenPactIT {

  private static final Path PACT =
      Path.of("target/handwritten-pact/an-application-chainhub-grok.json");

  @Test
  void replayKeepsHandwrittenPact() {
    ContractCases cases = ContractCases.read(RepositoryLayout.find());
    try (ReplayServer replay =
        ReplayServer.start(cases.forProvider(cases.catalogue().provider("chainhub-grok")))) {
      assertThat(new PactVerifier().verify(PACT, new ReplayTarget(replay)))
          .singleElement()
          .satisfies(outcome -> assertThat(outcome.problemLines()).isEmpty())
          .extracting(outcome -> outcome.state())
          .isEqualTo("finished");
    }
  }
}
