package io.github.videotasks.contract.replay;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.replay.Provider.Example;
import io.github.videotasks.contract.replay.Provider.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every provider state of every provider, from data alone: first what the provider's page shows,
 * every example of it; then the states of a task's life that the page lacks, borrowed; then the
 * states that no page shows.
 */
public final class Situations {

  private final Checkout checkout;
  private final Catalogue catalogue;
  private final Borrowing borrowing;
  private final List<UndocumentedAnswer> undocumented;

  private Situations(Checkout checkout) {
    this.checkout = checkout;
    this.catalogue = Catalogue.read(checkout);
    this.borrowing = new Borrowing(catalogue);
    this.undocumented = UndocumentedAnswer.readAll(checkout.undocumented());
  }

  /** Reads index, examples and undocumented answers of a checkout. */
  public static Situations read(Checkout checkout) {
    return new Situations(checkout);
  }

  /** The providers, in the order of the index. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * The states of a provider: its own examples in the page's order, the borrowed ones, the
   * undocumented ones.
   */
  public List<Situation> of(Provider provider) {
    return provider.operations().stream()
        .flatMap(
            operation ->
                Stream.of(
                    shown(provider, operation), borrowed(provider, operation), unseen(operation)))
        .flatMap(List::stream)
        .toList();
  }

  private List<Situation> shown(Provider provider, Operation operation) {
    List<Situation> rows = new ArrayList<>();
    for (Example example : operation.examples()) {
      String state = StatusWords.stateOf(example.status());
      long earlier =
          rows.stream()
              .filter(row -> StatusWords.stateOf(baseOf(row.state())).equals(state))
              .count();
      rows.add(
          row(
              operation,
              example,
              variant(state, earlier),
              new Origin.Shown(provider.pageName(), example.n())));
    }
    return rows;
  }

  private List<Situation> borrowed(Provider provider, Operation operation) {
    return StatusWords.LIFECYCLE.stream()
        .filter(
            state ->
                operation.examples().stream()
                    .noneMatch(own -> StatusWords.stateOf(own.status()).equals(state)))
        .map(
            state ->
                borrowing
                    .find(provider, operation, state)
                    .map(loan -> row(operation, loan.example(), state, loan.origin())))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Situation> unseen(Operation operation) {
    return undocumented.stream().map(file -> file.of(operation)).toList();
  }

  private Situation row(Operation operation, Example example, String state, Origin origin) {
    String body = Catalogue.text(checkout.examples().resolve(example.file()));
    String base = baseOf(state);
    String sentence =
        "task %s is %s".formatted(operation.requestId(), base)
            + (state.equals(base) ? "" : ", as example %d shows".formatted(example.n()));
    return new Situation(
        operation,
        state,
        sentence,
        Situation.Request.USUAL,
        Situation.Expects.ANSWER,
        origin,
        Answer.json(200, body));
  }

  /**
   * Two examples of one state are two provider states: a member that only one of them has is
   * optional, not required.
   */
  private static String variant(String state, long earlier) {
    return earlier == 0 ? state : state + "-" + (earlier + 1);
  }

  private static String baseOf(String state) {
    return state.replaceFirst("-[0-9]+$", "");
  }
}
