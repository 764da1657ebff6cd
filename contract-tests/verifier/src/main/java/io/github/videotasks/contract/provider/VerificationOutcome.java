package io.github.videotasks.contract.provider;

import java.util.List;

/**
 * What a judge found about one interaction of a contract.
 *
 * @param consumer the client
 * @param provider the provider's id
 * @param state short name of the provider state
 * @param interaction the interaction's description in the pact
 * @param example where the contract says that the answer was seen, for example {@code
 *     chainhub-grok.md example 1}
 * @param status the verdict
 * @param target what answered, for people; never holds a token or a task's address
 * @param problems one line for each mismatch, or the reason for skipping; empty when all is well
 */
public record VerificationOutcome(
    String consumer,
    String provider,
    String state,
    String interaction,
    String example,
    Status status,
    String target,
    List<String> problems) {

  public VerificationOutcome {
    problems = List.copyOf(problems);
  }

  /** What was found. */
  public enum Status {
    /** The live host, or what the provider's own page shows, keeps the contract. */
    VERIFIED("verified"),
    /**
     * The provider's page does not show that state; what a page near it shows keeps the contract.
     */
    BORROWED("borrowed"),
    /** The answer is nobody's documented promise; only the wiring was tried. */
    WIRING_ONLY("wiring only"),
    /** The provider breaks the contract. */
    FAILED("FAILED"),
    /** Nothing answered: no judgement about the contract. */
    UNREACHABLE("unreachable"),
    /** Not asked, and said so. */
    SKIPPED("skipped");

    private final String label;

    Status(String word) {
      this.label = word;
    }

    /** As reports print it. */
    public String label() {
      return label;
    }
  }
}
