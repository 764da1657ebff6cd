package io.github.videotasks.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.mutation.KnownSurvivors.KnownSurvivor;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.report.CheckStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a contract with a weakened matcher fails the mutation check. */
class KnownSurvivorsTest {

  private static final String PACT = "video-tasks-client-ext-chainhub-grok.json";
  private static final String STATUS_MATCHERS = "\"\\$\\.status\" : \\{[^\\]]*\\]";

  @TempDir private Path folder;
  private List<Mutant> mutants = List.of();

  @BeforeEach
  void weakenPact() throws IOException {
    RepositoryLayout checkout = RepositoryLayout.find();
    String committed = Files.readString(checkout.pacts().resolve(PACT));
    String weakened =
        committed.replaceAll(
            STATUS_MATCHERS, "\"\\$.status\" : { \"matchers\" : [ { \"match\" : \"type\" } ]");
    assertThat(weakened).isNotEqualTo(committed);
    Path pact = Files.writeString(folder.resolve(PACT), weakened);
    ContractCases cases = ContractCases.read(checkout);
    ContractProvider grok = cases.catalogue().provider("chainhub-grok");
    ContractCase waiting = cases.forProvider(grok).get(0);
    mutants = new PactMutants(pact).generate(waiting);
  }

  @Test
  void reportsUnknownSurvivor() {
    assertThat(KnownSurvivors.read().unknown(mutants))
        .extracting(Mutant::name)
        .containsExactly("EMPTY $.status");
    assertThat(new MutationReport(mutants, KnownSurvivors.read()).results())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.result().tone()).isEqualTo(CheckStatus.BAD);
              assertThat(result.result().details())
                  .containsExactly("EMPTY $.status — not accepted");
            });
  }

  @Test
  void acceptsKnownSurvivor() {
    KnownSurvivors known =
        new KnownSurvivors(List.of(new KnownSurvivor("EMPTY \\$\\.status", "for this test")));

    assertThat(known.unknown(mutants)).isEmpty();
    assertThat(known.unused(mutants)).isEmpty();
  }

  @Test
  void reportsUnusedEntry() {
    KnownSurvivor unused = new KnownSurvivor("NULL \\$\\.gone", "for this test");

    assertThat(new KnownSurvivors(List.of(unused)).unused(mutants)).containsExactly(unused);
  }
}
