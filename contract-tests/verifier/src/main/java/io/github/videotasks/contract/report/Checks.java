package io.github.videotasks.contract.report;

import io.github.videotasks.contract.provider.VerificationOutcome;
import java.util.List;

/** Names of the checks in reports, and the conversion of verification outcomes to check results. */
public final class Checks {

  /** Pact's own verifier, against the replay or a live host. */
  public static final String PACT = "Pact verifier";

  /** The OpenAPI validator with the vendor's unchanged page. */
  public static final String PAGE = "vendor's page";

  /** The OpenAPI validator with the canonical spec. */
  public static final String CANONICAL = "canonical spec";

  /** How many mutated responses the contract detects. */
  public static final String MUTATION = "mutation";

  /** Pact's verifier against Prism, which serves the vendor's unchanged page. */
  public static final String PRISM = "Prism";

  /** Pact's verifier in Rust, against the replay. */
  public static final String PACT_RUST = "Pact in Rust";

  /** PactFlow's comparator of OpenAPI documents and pacts, with the vendor's unchanged page. */
  public static final String COMPARATOR_PAGE = "comparator, page";

  /** PactFlow's comparator with the canonical spec. */
  public static final String COMPARATOR_CANONICAL = "comparator, canonical";

  /** The checks in the cell of a client and a provider state, in this order. */
  static final List<String> CONTRACT_CHECKS =
      List.of(
          PACT, PACT_RUST, PAGE, CANONICAL, MUTATION, PRISM, COMPARATOR_PAGE, COMPARATOR_CANONICAL);

  /** The checks of a vendor's example. */
  static final List<String> EXAMPLE_CHECKS = List.of(PAGE, CANONICAL);

  private Checks() {}

  /**
   * Converts an outcome of Pact's verifier to a check result for the report.
   *
   * @param outcome the outcome of one interaction
   * @return the check result, whose name is that of Pact's verifier
   */
  public static CheckResult toResult(VerificationOutcome outcome) {
    CheckStatus status =
        switch (outcome.status()) {
          case VERIFIED -> CheckStatus.GOOD;
          case BORROWED -> CheckStatus.BORROWED;
          case WIRING_ONLY -> CheckStatus.TRIED;
          case FAILED, UNREACHABLE -> CheckStatus.BAD;
          case SKIPPED -> CheckStatus.ABSENT;
        };
    String target = outcome.target().replaceFirst("^replay: .*$", "replay");
    return new CheckResult(
        PACT + " on " + target,
        status,
        outcome.status().label(),
        outcome.problemLines(),
        status == CheckStatus.BAD ? outcome.problems() : List.of());
  }

  /**
   * Converts an outcome to a check result with its provider, interaction and client.
   *
   * @param outcome the outcome of one interaction
   * @return the check result
   */
  public static InteractionCheckResult toInteractionResult(VerificationOutcome outcome) {
    return new InteractionCheckResult(
        outcome.provider(), outcome.interaction(), outcome.consumer(), toResult(outcome));
  }
}
