package io.github.videotasks.contract.report;

import java.util.List;

/**
 * Cell of the matrix: the contract of one client for one provider state.
 *
 * @param consumer the client
 * @param results results of all checks, at least one, in the same order in all cells; the first is
 *     Pact's verifier
 */
public record MatrixCell(String consumer, List<CheckResult> results) {

  /**
   * Copies the list.
   *
   * @param consumer the client
   * @param results results of all checks, at least one, in the same order in all cells
   * @throws IllegalArgumentException if there is no result
   */
  public MatrixCell {
    if (results.isEmpty()) {
      throw new IllegalArgumentException("expected the result of a check, found none");
    }
    results = List.copyOf(results);
  }

  /** {@return the client without the common prefix of all clients' names} */
  public String client() {
    return consumer.replace("video-tasks-client-", "");
  }

  /** {@return the first failed check; the result of Pact's verifier when no check failed} */
  public CheckResult summary() {
    return results.stream()
        .filter(result -> result.tone() == CheckStatus.BAD)
        .findFirst()
        .orElseGet(() -> results.get(0));
  }
}
