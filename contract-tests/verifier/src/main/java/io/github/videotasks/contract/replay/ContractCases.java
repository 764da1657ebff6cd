package io.github.videotasks.contract.replay;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractProvider.Example;
import io.github.videotasks.contract.replay.ContractProvider.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every provider state of every provider, from data alone: first what the provider's page shows,
 * every example of it; then the states of a task's life that the page lacks, borrowed; then the
 * states that no page shows.
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

  /** Reads index, examples and undocumented answers of a checkout. */
  public static ContractCases read(RepositoryLayout checkout) {
    return new ContractCases(checkout);
  }

  /** The providers, in the order of the index. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * The states of a provider: its own examples in the page's order, the borrowed ones, the
   * undocumented ones.
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
              new ResponseOrigin.Shown(provider.pageName(), example.n())));
    }
    return rows;
  }

  private List<ContractCase> borrowedCases(ContractProvider provider, Operation operation) {
    return ProviderStateMapping.LIFECYCLE_STATES.stream()
        .filter(
            state ->
                operation.examples().stream()
                    .noneMatch(own -> ProviderStateMapping.stateOf(own.status()).equals(state)))
        .map(
            state ->
                fallback
                    .find(provider, operation, state)
                    .map(loan -> toCase(operation, loan.example(), state, loan.origin())))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<ContractCase> undocumentedCases(Operation operation) {
    return undocumentedResponses.stream().map(file -> file.toContractCase(operation)).toList();
  }

  private ContractCase toCase(
      Operation operation, Example example, String state, ResponseOrigin origin) {
    String body = Catalogue.readText(layout.examples().resolve(example.file()));
    String base = baseState(state);
    String sentence =
        "task %s is %s".formatted(operation.requestId(), base)
            + (state.equals(base) ? "" : ", as example %d shows".formatted(example.n()));
    return new ContractCase(
        operation,
        state,
        sentence,
        ContractCase.RequestVariant.USUAL,
        ContractCase.Expectation.ANSWER,
        origin,
        ProviderResponse.json(200, body));
  }

  /**
   * Two examples of one state are two provider states: a member that only one of them has is
   * optional, not required.
   */
  private static String numberedState(String state, long earlier) {
    return earlier == 0 ? state : state + "-" + (earlier + 1);
  }

  private static String baseState(String state) {
    return state.replaceFirst("-[0-9]+$", "");
  }
}
