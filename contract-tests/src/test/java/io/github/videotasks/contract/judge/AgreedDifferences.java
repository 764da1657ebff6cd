package io.github.videotasks.contract.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked of every judge beside Pact's verifier: its list of agreed differences is right. */
interface AgreedDifferences {

  KnownDifferences KNOWN = KnownDifferences.read();

  /** Whom this is about, as reports call them. */
  Set<String> judges();

  /** What they found. */
  List<Difference> differences();

  @Test
  default void everyDifferenceIsAgreed() {
    assertThat(KNOWN.unexplained(differences()))
        .as("add them to known-differences.yaml, with the reason, or repair them")
        .isEmpty();
  }

  @Test
  default void everyAgreedDifferenceStillOccurs() {
    assertThat(KNOWN.unusedBy(differences(), judges()))
        .as("delete them from known-differences.yaml")
        .isEmpty();
  }
}
