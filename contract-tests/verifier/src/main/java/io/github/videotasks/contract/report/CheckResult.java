package io.github.videotasks.contract.report;

import io.github.videotasks.contract.provider.ContractProblem;
import java.util.List;

/**
 * Result of one check of one interaction or example. The component names are the property names in
 * {@code index.json}.
 *
 * @param check name of the check, for example {@code Pact verifier}
 * @param tone status of the check
 * @param outcome the result in a few words, for example {@code verified} or {@code 2 accepted}
 * @param details one line for each violation, with the reason when it is accepted; may be empty
 * @param problems the violations by field; empty for a check that reports only texts
 */
public record CheckResult(
    String check,
    CheckStatus tone,
    String outcome,
    List<String> details,
    List<ContractProblem> problems) {

  /**
   * Copies the lists.
   *
   * @param check name of the check, for example {@code Pact verifier}
   * @param tone status of the check
   * @param outcome the result in a few words, for example {@code verified} or {@code 2 accepted}
   * @param details one line for each violation, with the reason when it is accepted
   * @param problems the violations by field
   */
  public CheckResult {
    details = List.copyOf(details);
    problems = List.copyOf(problems);
  }

  /**
   * Creates the result of a check that reports only texts.
   *
   * @param check name of the check, for example {@code Pact verifier}
   * @param tone status of the check
   * @param outcome the result in a few words, for example {@code verified} or {@code 2 accepted}
   * @param details one line for each violation, with the reason when it is accepted
   */
  public CheckResult(String check, CheckStatus tone, String outcome, List<String> details) {
    this(check, tone, outcome, details, List.of());
  }

  /** Returns the same result with another status. */
  CheckResult withTone(CheckStatus other) {
    return new CheckResult(check, other, outcome, details, problems);
  }

  /** Returns the result of a check that did not run. */
  static CheckResult notRun(String check) {
    return new CheckResult(check, CheckStatus.ABSENT, "not run", List.of());
  }

  /** {@return whether the result has details} */
  public boolean detailed() {
    return !details.isEmpty();
  }
}
