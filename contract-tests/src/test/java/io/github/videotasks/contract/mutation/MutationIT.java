package io.github.videotasks.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.provider.EveryPact;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situation.Expects;
import io.github.videotasks.contract.replay.Situations;
import java.io.IOException;
import java.nio.file.Files;
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

  private static final List<Mutant> ALL = new ArrayList<>();

  private final Checkout checkout = Checkout.find();
  private final Situations situations = Situations.read(checkout);
  private final KnownSurvivors known = KnownSurvivors.read();

  @AfterAll
  static void report() throws IOException {
    String table = new MutationTable(ALL).text();
    Path folder = Files.createDirectories(Path.of("target/contract-report"));
    Files.writeString(folder.resolve("mutants.txt"), table);
    System.out.println("\n" + table);
    List<Mutant> survivors = ALL.stream().filter(it -> it.inside() && !it.killed()).toList();
    assertThat(KnownSurvivors.read().unusedBy(survivors))
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
    assertThat(
            mutants.stream()
                .filter(it -> it.inside() && !it.killed())
                .filter(it -> !known.explains(it)))
        .as("mutants of what the contract names that it does not notice")
        .isEmpty();
    assertThat(mutants.stream().filter(it -> !it.inside() && it.killed()))
        .as("mutants of what the contract does not name that it complains about")
        .isEmpty();
  }
}
