package io.github.videotasks.contract.verification;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Creates a dynamic test for every committed pact of every provider. */
public final class PactDynamicTests {

  /** The check of one contract. */
  @FunctionalInterface
  public interface PactCheck {
    void run(ContractProvider provider, Path pact) throws Exception;
  }

  private PactDynamicTests() {}

  /** Returns a test for each committed pact, named after its file. */
  public static Stream<DynamicTest> forEachPact(
      RepositoryLayout checkout, ContractCases cases, PactCheck check) {
    return cases.catalogue().providers().stream()
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
