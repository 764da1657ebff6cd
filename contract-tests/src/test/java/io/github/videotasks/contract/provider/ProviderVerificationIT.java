package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.provider.Verdict.Outcome;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.replay.Situations;
import io.github.videotasks.contract.report.BuildReport;
import io.github.videotasks.contract.report.Judges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every committed pact against its provider: a live host when one is configured, else the replay of
 * the provider's page.
 */
class ProviderVerificationIT {

  private static final LiveHosts HOSTS = new LiveHosts(System.getProperties(), System.getenv());
  private static final List<Verdict> VERDICTS = new ArrayList<>();

  private final Checkout checkout = Checkout.find();
  private final Situations situations = Situations.read(checkout);

  @AfterAll
  static void report() throws IOException {
    BuildReport.handIn(
        parts -> parts.putOpinions("pact", VERDICTS.stream().map(Judges::opinion).toList()));
    BuildReport.print("matrix.txt", new Matrix(VERDICTS).text());
  }

  @TestFactory
  Stream<DynamicTest> everyContractIsKept() {
    return EveryPact.of(checkout, situations, this::verify);
  }

  private void verify(Provider provider, Path pact) {
    List<Verdict> verdicts = verdicts(provider, pact);
    VERDICTS.addAll(verdicts);
    assertThat(verdicts).isNotEmpty();
    assertThat(verdicts).filteredOn(verdict -> verdict.outcome() == Outcome.FAILED).isEmpty();
  }

  private List<Verdict> verdicts(Provider provider, Path pact) {
    Optional<LiveTarget> live = HOSTS.of(provider.id());
    if (live.isPresent()) {
      return new PactVerifier().verify(pact, live.get());
    }
    try (ReplayServer replay = ReplayServer.start(situations.of(provider))) {
      return new PactVerifier().verify(pact, new ReplayTarget(replay));
    }
  }
}
