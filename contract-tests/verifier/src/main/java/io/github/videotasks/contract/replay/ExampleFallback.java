package io.github.videotasks.contract.replay;

import io.github.videotasks.contract.replay.ContractProvider.Example;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the example of another page for a state that a provider's own page does not show. Only
 * pages with the same path and method are searched: first those of the same model family, then
 * those of the same host, each in the order of the catalogue, and in a page the first example of
 * that state. A state that none of them shows stays absent.
 */
final class ExampleFallback {

  private final Catalogue catalogue;

  ExampleFallback(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** An example with its page. */
  record FallbackExample(Example example, ResponseOrigin.Borrowed origin) {}

  Optional<FallbackExample> find(ContractProvider borrower, Operation operation, String state) {
    return findIn(
            other -> other.family().equals(borrower.family()),
            "same model family",
            borrower,
            operation,
            state)
        .or(
            () ->
                findIn(
                    other -> other.host().equals(borrower.host()),
                    "same host",
                    borrower,
                    operation,
                    state));
  }

  private Optional<FallbackExample> findIn(
      Predicate<ContractProvider> related,
      String reason,
      ContractProvider borrower,
      Operation operation,
      String state) {
    return catalogue.providers().stream()
        .filter(other -> !other.id().equals(borrower.id()))
        .filter(related)
        .flatMap(other -> fallbackExamples(other, reason, operation, state).stream())
        .findFirst();
  }

  private static List<FallbackExample> fallbackExamples(
      ContractProvider lender, String reason, Operation wanted, String state) {
    return lender.operations().stream()
        .filter(own -> own.path().equals(wanted.path()) && own.method().equals(wanted.method()))
        .flatMap(own -> own.examples().stream())
        .filter(example -> ProviderStateMapping.stateOf(example.status()).equals(state))
        .map(
            example ->
                new FallbackExample(
                    example, new ResponseOrigin.Borrowed(lender.exampleRef(example), reason)))
        .toList();
  }
}
