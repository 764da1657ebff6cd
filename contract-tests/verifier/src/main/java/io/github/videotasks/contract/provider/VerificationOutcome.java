package io.github.videotasks.contract.provider;

import java.util.List;

/**
 * Outcome of the verification of one interaction of a contract.
 *
 * @param consumer the client
 * @param provider the provider's id
 * @param operation the operationId; empty for a foreign pact
 * @param page the vendor's page, for example {@code spec/pages/chainhub-grok.md}; empty for a
 *     foreign pact
 * @param state short name of the provider state
 * @param interaction the interaction's description in the pact
 * @param example label of the example behind the response, for example {@code chainhub-grok.md
 *     example 1}; empty for a foreign pact
 * @param status the result
 * @param target description of the verified target; never contains a token or a task's URL
 * @param problems one for each field that differs, or the reason for skipping; empty when verified
 */
public record VerificationOutcome(
    String consumer,
    String provider,
    String operation,
    String page,
    String state,
    String interaction,
    String example,
    Status status,
    String target,
    List<ContractProblem> problems) {

  /**
   * Copies the list.
   *
   * @param consumer the client
   * @param provider the provider's id
   * @param operation the operationId
   * @param page the vendor's page, for example {@code spec/pages/chainhub-grok.md}
   * @param state short name of the provider state
   * @param interaction the interaction's description in the pact
   * @param example label of the example behind the response, for example {@code chainhub-grok.md
   *     example 1}
   * @param status the result
   * @param target description of the verified target
   * @param problems one for each field that differs, or the reason for skipping
   */
  public VerificationOutcome {
    problems = List.copyOf(problems);
  }

  /** {@return each problem on one line} */
  public List<String> problemLines() {
    return problems.stream().map(ContractProblem::line).toList();
  }

  /** Result of a verification. */
  public enum Status {
    /** The live host, or the example of the provider's own page, keeps the contract. */
    VERIFIED("verified"),
    /**
     * The provider's page does not show that state; the example of a related page keeps the
     * contract.
     */
    BORROWED("borrowed"),
    /** No vendor documents the response; only the wiring was tested. */
    WIRING_ONLY("wiring only"),
    /** The provider breaks the contract. */
    FAILED("FAILED"),
    /** The target is unreachable, so nothing is known about the contract. */
    UNREACHABLE("unreachable"),
    /** Not verified; the problems contain the reason. */
    SKIPPED("skipped");

    private final String label;

    /** {@return whether a response was compared with the contract} */
    public boolean isTried() {
      return this != SKIPPED && this != UNREACHABLE;
    }

    Status(String label) {
      this.label = label;
    }

    /** {@return the text for reports} */
    public String label() {
      return label;
    }
  }
}
