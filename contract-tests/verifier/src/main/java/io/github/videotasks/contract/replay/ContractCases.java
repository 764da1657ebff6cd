package io.github.videotasks.contract.replay;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractProvider.Example;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All contract cases of all providers, derived from data alone. Each provider has a case for every
 * example of its page, then borrowed cases for the lifecycle states that the page does not show,
 * then the cases that no page shows.
 */
public final class ContractCases {

  private final RepositoryLayout layout;
  private final Catalogue catalogue;
  private final ExampleFallback fallback;
  private final List<UndocumentedResponse> undocumentedResponses;

  private ContractCases(RepositoryLayout checkout) {
    this.layout = checkout;
    this.catalogue = Catalogue.read(checkout);
    this.fallback = new ExampleFallback(catalogue);
    this.undocumentedResponses = UndocumentedResponse.readAll(checkout.undocumentedResponses());
  }

  /**
   * Reads the index, the examples and the undocumented responses of a checkout.
   *
   * @param checkout the folders of a checkout
   * @return the cases of all providers
   * @throws java.io.UncheckedIOException when a file is missing or not valid
   */
  public static ContractCases read(RepositoryLayout checkout) {
    return new ContractCases(checkout);
  }

  /** {@return the providers, in the order of the index} */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * {@return the cases of a provider: its own examples in the order of the page, then the borrowed
   * ones, then the undocumented ones}
   *
   * @param provider a provider of the index
   */
  public List<ContractCase> forProvider(ContractProvider provider) {
    return provider.operations().stream()
        .flatMap(
            operation ->
                Stream.of(
                    shownCases(provider, operation),
                    borrowedCases(provider, operation),
                    undocumentedCases(operation)))
        .flatMap(List::stream)
        .toList();
  }

  private List<ContractCase> shownCases(ContractProvider provider, Operation operation) {
    List<ContractCase> rows = new ArrayList<>();
    for (Example example : operation.examples()) {
      String state = ProviderStateMapping.stateOf(example.status());
      long earlier =
          operation.examples().stream()
              .takeWhile(other -> !other.equals(example))
              .filter(other -> ProviderStateMapping.stateOf(other.status()).equals(state))
              .count();
      rows.add(
          toCase(
              operation,
              example,
              numberedState(state, earlier),
              ProviderStateNames.nameOf(state),
              new ResponseOrigin.Shown(provider.exampleRef(example))));
    }
    return rows;
  }

  private List<ContractCase> borrowedCases(ContractProvider provider, Operation operation) {
    return ProviderStateMapping.LIFECYCLE_STATES.stream()
        .filter(state -> !isShown(operation, state))
        .map(
            state ->
                fallback
                    .find(provider, operation, state)
                    .map(
                        borrowed ->
                            toCase(
                                operation,
                                borrowed.example(),
                                state,
                                ProviderStateNames.nameOf(state),
                                borrowed.origin())))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns the cases of the states that the page does not show. */
  private List<ContractCase> undocumentedCases(Operation operation) {
    return undocumentedResponses.stream()
        .filter(response -> !isShown(operation, response.state()))
        .map(response -> response.toContractCase(operation))
        .toList();
  }

  private static boolean isShown(Operation operation, String state) {
    return operation.examples().stream()
        .anyMatch(example -> ProviderStateMapping.stateOf(example.status()).equals(state));
  }

  private ContractCase toCase(
      Operation operation,
      Example example,
      String state,
      String stateDescription,
      ResponseOrigin origin) {
    String body = Catalogue.readText(layout.examples().resolve(example.file()));
    return new ContractCase(
        operation,
        state,
        stateDescription,
        ContractCase.RequestVariant.USUAL,
        ContractCase.Expectation.BODY,
        origin,
        ProviderResponse.json(200, body));
  }

  /**
   * Returns the short name of a state, with a number from the second example on. Two examples of
   * one state are two interactions, so that a property of only one of them is optional, not
   * required.
   */
  private static String numberedState(String state, long earlier) {
    return earlier == 0 ? state : state + "-" + (earlier + 1);
  }
}
