package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.replay.Situations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PactDriftIT {

  private final Checkout checkout = Checkout.find();

  @Test
  void committedPactsAreWhatTheClientsWriteNow() throws IOException {
    PactDrift drift = new PactDrift(checkout.pacts(), written());
    if (Boolean.getBoolean("spec.accept")) {
      drift.accept();
    }
    assertThat(drift.differences())
        .as(
            "The contracts in contract-tests/pacts changed. Read the difference; accept it with: %s",
            PactDrift.ACCEPT)
        .isEmpty();
  }

  @Test
  void noRowOfAnyContractWasLost() throws IOException {
    assertThat(new LostInteractions(Situations.read(checkout)).in(written()))
        .as("rows of the contract that no pact holds: two of them have one name or one file")
        .isEmpty();
  }

  private static Map<String, String> written() throws IOException {
    return PactFolder.read(Path.of(System.getProperty("written.pacts", "target/pacts")));
  }
}
