package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked of every judge beside Pact's verifier: its list of agreed differences is right. */
interface AgreedDifferencesTests {

  KnownDifferences KNOWN = KnownDifferences.read();

  /** Whom this is about, as reports call them. */
  Set<String> checks();

  /** What they found. */
  List<CheckDifference> differences();

  @Test
  default void everyDifferenceIsKnown() {
    assertThat(KNOWN.unknown(differences()))
        .as("add them to known-differences.yaml, with the reason, or repair them")
        .isEmpty();
  }

  @Test
  default void everyKnownDifferenceStillOccurs() {
    assertThat(KNOWN.unused(differences(), checks()))
        .as("delete them from known-differences.yaml")
        .isEmpty();
  }
}
