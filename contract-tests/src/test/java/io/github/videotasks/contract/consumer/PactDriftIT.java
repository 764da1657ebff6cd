package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.replay.Situations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    Situations situations = Situations.read(checkout);
    int rows =
        situations.catalogue().providers().stream()
            .mapToInt(provider -> situations.of(provider).size())
            .sum();

    List<String> descriptions =
        written().values().stream()
            .flatMap(
                pact ->
                    Json.read(pact).get("interactions").findValuesAsText("description").stream())
            .toList();

    assertThat(descriptions).hasSize(rows * Clients.all().size());
  }

  private static Map<String, String> written() throws IOException {
    return PactFolder.read(Path.of(System.getProperty("written.pacts", "target/pacts")));
  }
}
