package io.github.videotasks.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.mutation.KnownSurvivors.Entry;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situations;
import io.github.videotasks.contract.report.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract that was made weaker by hand does not pass the mutation run. */
class KnownSurvivorsTest {

  private static final String PACT = "video-tasks-client-ext-chainhub-grok.json";
  private static final String RULE_OF_STATUS = "\"\\$\\.status\" : \\{[^\\]]*\\]";

  @TempDir private Path folder;
  private List<Mutant> mutants = List.of();

  @BeforeEach
  void weakenTheContract() throws IOException {
    Checkout checkout = Checkout.find();
    String committed = Files.readString(checkout.pacts().resolve(PACT));
    String weakened =
        committed.replaceAll(
            RULE_OF_STATUS, "\"\\$.status\" : { \"matchers\" : [ { \"match\" : \"type\" } ]");
    assertThat(weakened).isNotEqualTo(committed);
    Path pact = Files.writeString(folder.resolve(PACT), weakened);
    Situations situations = Situations.read(checkout);
    Provider grok = situations.catalogue().provider("chainhub-grok");
    Situation waiting = situations.of(grok).get(0);
    mutants = new Mutants(pact).of(waiting);
  }

  @Test
  void aSurvivorThatIsNotListedIsTold() {
    assertThat(KnownSurvivors.read().unlisted(mutants))
        .extracting(Mutant::name)
        .containsExactly("EMPTY $.status");
    assertThat(new MutationReport(mutants, KnownSurvivors.read()).opinions())
        .singleElement()
        .satisfies(
            opinion -> {
              assertThat(opinion.judgement().tone()).isEqualTo(Tone.BAD);
              assertThat(opinion.judgement().details())
                  .containsExactly("EMPTY $.status — not agreed");
            });
  }

  @Test
  void aListedOneIsAgreed() {
    KnownSurvivors known =
        new KnownSurvivors(List.of(new Entry("EMPTY \\$\\.status", "for this test")));

    assertThat(known.unlisted(mutants)).isEmpty();
    assertThat(known.unusedBy(mutants)).isEmpty();
  }

  @Test
  void anEntryThatNoMutantNeedsIsTold() {
    Entry gone = new Entry("NULL \\$\\.gone", "for this test");

    assertThat(new KnownSurvivors(List.of(gone)).unusedBy(mutants)).containsExactly(gone);
  }
}
