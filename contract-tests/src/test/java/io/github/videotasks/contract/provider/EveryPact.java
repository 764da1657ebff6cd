package io.github.videotasks.contract.provider;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situations;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Every provider with every contract that it has to keep, as a test of each. */
public final class EveryPact {

  /** What is checked of one contract. */
  @FunctionalInterface
  public interface Check {
    void of(Provider provider, Path pact) throws Exception;
  }

  private EveryPact() {}

  /** A test for each committed pact, named after its file. */
  public static Stream<DynamicTest> of(Checkout checkout, Situations situations, Check check) {
    return situations.catalogue().providers().stream()
        .flatMap(
            provider ->
                Pacts.of(checkout, provider.id()).stream()
                    .map(
                        pact ->
                            dynamicTest(
                                String.valueOf(pact.getFileName()),
                                () -> check.of(provider, pact))));
  }
}
