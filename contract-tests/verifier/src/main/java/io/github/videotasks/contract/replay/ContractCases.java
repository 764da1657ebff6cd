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
   * @throws java.io.UncheckedIOException when a file is missing or not valid
   */
  public static ContractCases read(RepositoryLayout checkout) {
    return new ContractCases(checkout);
  }

  /** Returns the providers, in the order of the index. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * Returns the cases of a provider: its own examples in the order of the page, then the borrowed
   * ones, then the undocumented ones.
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
          rows.stream()
              .filter(row -> ProviderStateMapping.stateOf(baseState(row.state())).equals(state))
              .count();
      rows.add(
          toCase(
              operation,
              example,
              numberedState(state, earlier),
              new ResponseOrigin.Shown(provider.exampleRef(example))));
    }
    return rows;
  }

  private List<ContractCase> borrowedCases(ContractProvider provider, Operation operation) {
    return ProviderStateMapping.LIFECYCLE_STATES.stream()
        .filter(
            state ->
                operation.examples().stream()
                    .noneMatch(
                        example -> ProviderStateMapping.stateOf(example.status()).equals(state)))
        .map(
            state ->
                fallback
                    .find(provider, operation, state)
                    .map(
                        borrowed ->
                            toCase(operation, borrowed.example(), state, borrowed.origin())))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<ContractCase> undocumentedCases(Operation operation) {
    return undocumentedResponses.stream()
        .map(response -> response.toContractCase(operation))
        .toList();
  }

  private ContractCase toCase(
      Operation operation, Example example, String state, ResponseOrigin origin) {
    String body = Catalogue.readText(layout.examples().resolve(example.file()));
    String base = baseState(state);
    String description =
        "task %s is %s".formatted(operation.requestId(), base)
            + (state.equals(base) ? "" : ", as example %d shows".formatted(example.n()));
    return new ContractCase(
        operation,
        state,
        description,
        ContractCase.RequestVariant.USUAL,
        ContractCase.Expectation.BODY,
        origin,
        ProviderResponse.json(200, body));
  }

  /**
   * Returns the name of a state, with a number from the second example on. Two examples of one
   * state are two provider states, so that a property of only one of them is optional, not
   * required.
   */
  private static String numberedState(String state, long earlier) {
    return earlier == 0 ? state : state + "-" + (earlier + 1);
  }

  private static String baseState(String state) {
    return state.replaceFirst("-[0-9]+$", "");
  }
}
