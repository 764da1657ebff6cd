package io.github.videotasks.contract.verification;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Every provider with every contract that it has to keep, as a test of each. */
public final class PactDynamicTests {

  /** What is checked of one contract. */
  @FunctionalInterface
  public interface PactCheck {
    void run(ContractProvider provider, Path pact) throws Exception;
  }

  private PactDynamicTests() {}

  /** A test for each committed pact, named after its file. */
  public static Stream<DynamicTest> forEachPact(
      RepositoryLayout checkout, ContractCases situations, PactCheck check) {
    return situations.catalogue().providers().stream()
        .flatMap(
            provider ->
                PactFiles.forProvider(checkout, provider.id()).stream()
                    .map(
                        pact ->
                            dynamicTest(
                                String.valueOf(pact.getFileName()),
                                () -> check.run(provider, pact))));
  }
}
