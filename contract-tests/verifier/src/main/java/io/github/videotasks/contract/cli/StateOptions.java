package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.provider.PactInteraction;
import io.github.videotasks.contract.provider.VerificationOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The states that a run must try. */
final class StateOptions {

  @Option(
      names = "--require",
      split = ",",
      paramLabel = "STATE",
      description =
          "States that must be tried, for example waiting,finished. The run fails with exit code 4"
              + " if one was not.")
  private Set<String> required = new TreeSet<>();

  /**
   * Checks the states of {@code --task} and {@code --require}.
   *
   * @param interactions the interactions of the provider
   * @param taskStates the states for which the command has a task
   * @throws IllegalArgumentException when the provider has no such state
   */
  void validate(List<PactInteraction> interactions, Collection<String> taskStates) {
    Set<String> all = names(interactions);
    Set<String> withTask = names(interactions.stream().filter(PactInteraction::needsTask).toList());
    taskStates.forEach(state -> validate("--task", state, withTask));
    required.forEach(state -> validate("--require", state, all));
  }

  private static void validate(String option, String state, Set<String> known) {
    if (!known.contains(state)) {
      throw new IllegalArgumentException(
          "%s: expected one of the states %s, found '%s'".formatted(option, known, state));
    }
  }

  private static Set<String> names(List<PactInteraction> interactions) {
    return interactions.stream()
        .map(PactInteraction::state)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the required states that no outcome tried. */
  List<String> untried(List<VerificationOutcome> outcomes) {
    return required.stream()
        .filter(
            state ->
                outcomes.stream()
                    .filter(outcome -> outcome.state().equals(state))
                    .noneMatch(outcome -> outcome.status().isTried()))
        .toList();
  }
}
