package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of each check beside Pact's verifier: its list of accepted differences is complete. */
interface AgreedDifferencesTests {

  KnownDifferences KNOWN = KnownDifferences.read();

  /** Returns the names of the checks in reports. */
  Set<String> checks();

  /** Returns the differences that the checks found. */
  List<CheckDifference> differences();

  @Test
  default void everyDifferenceIsKnown() {
    assertThat(KNOWN.unknown(differences()))
        .as(
            "differences that are not accepted; fix them or add them to known-differences.yaml with"
                + " a reason")
        .isEmpty();
  }

  @Test
  default void everyKnownDifferenceStillOccurs() {
    assertThat(KNOWN.unused(differences(), checks()))
        .as("entries without a difference; delete them from known-differences.yaml")
        .isEmpty();
  }
}
