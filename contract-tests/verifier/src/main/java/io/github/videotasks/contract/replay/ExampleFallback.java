package io.github.videotasks.contract.replay;

import io.github.videotasks.contract.replay.ContractProvider.Example;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The fixed rule by which a state that a page does not show is taken from another page: only from a
 * page of the same path and method; first from one of the same model family, then from one of the
 * same host; among equals from the first in the catalogue, and there the first example of that
 * state. No other page is asked: a state that nobody near shows stays absent.
 */
final class ExampleFallback {

  private final Catalogue catalogue;

  ExampleFallback(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** An example with the page that it was found on. */
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
      Predicate<ContractProvider> near,
      String reason,
      ContractProvider borrower,
      Operation operation,
      String state) {
    return catalogue.providers().stream()
        .filter(other -> !other.id().equals(borrower.id()))
        .filter(near)
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
                    example, new ResponseOrigin.Borrowed(lender.pageName(), example.n(), reason)))
        .toList();
  }
}
