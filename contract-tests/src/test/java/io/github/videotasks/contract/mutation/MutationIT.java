package io.github.videotasks.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.provider.EveryPact;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situation.Expects;
import io.github.videotasks.contract.replay.Situations;
import io.github.videotasks.contract.report.BuildReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * How much of a broken answer each contract notices: all of what it names, nothing of what it does
 * not.
 */
class MutationIT {

  private static final KnownSurvivors KNOWN = KnownSurvivors.read();
  private static final List<Mutant> ALL = new ArrayList<>();

  private final Checkout checkout = Checkout.find();
  private final Situations situations = Situations.read(checkout);

  @AfterAll
  static void report() throws IOException {
    MutationReport report = new MutationReport(ALL, KNOWN);
    BuildReport.handIn(
        parts -> {
          parts.putMutation(report.figures());
          parts.putOpinions("mutation", report.opinions());
        });
    BuildReport.print("mutants.txt", new MutationTable(ALL).text());
    assertThat(KNOWN.unusedBy(ALL.stream().filter(Mutant::survives).toList()))
        .as("entries of known-survivors.yaml that no mutant needs any more: delete them")
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> killsWhatTheContractNamesAndNothingElse() {
    return EveryPact.of(checkout, situations, this::check);
  }

  private void check(Provider provider, Path pact) {
    Mutants breaker = new Mutants(pact);
    List<Mutant> mutants =
        situations.of(provider).stream()
            .filter(row -> row.expects() == Expects.ANSWER)
            .flatMap(row -> breaker.of(row).stream())
            .toList();
    ALL.addAll(mutants);

    assertThat(mutants).hasSizeGreaterThan(10);
    assertThat(KNOWN.unlisted(mutants))
        .as("mutants of what the contract names that it does not notice")
        .isEmpty();
    assertThat(mutants.stream().filter(Mutant::killedOutside))
        .as("mutants of what the contract does not name that it complains about")
        .isEmpty();
  }
}
