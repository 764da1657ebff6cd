package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PactDriftIT {

  private final RepositoryLayout layout = RepositoryLayout.find();

  @Test
  void committedPactsMatchGeneratedPacts() throws IOException {
    PactDrift drift = new PactDrift(layout.pacts(), generatedPacts());
    if (Boolean.getBoolean("spec.accept")) {
      drift.accept();
    }
    assertThat(drift.differences())
        .as(
            "The contracts in contract-tests/pacts changed. Check the difference, accept it with:"
                + " %s",
            PactDrift.ACCEPT_COMMAND)
        .isEmpty();
  }

  @Test
  void everyContractCaseIsInAPact() throws IOException {
    assertThat(new MissingInteractions(ContractCases.read(layout)).findIn(generatedPacts()))
        .as("contract cases that no pact contains, because two of them have the same name or file")
        .isEmpty();
  }

  private static Map<String, String> generatedPacts() throws IOException {
    return NormalizedPacts.read(Path.of(System.getProperty("written.pacts", "target/pacts")));
  }
}
