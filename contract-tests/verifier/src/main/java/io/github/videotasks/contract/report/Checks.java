package io.github.videotasks.contract.report;

import io.github.videotasks.contract.provider.VerificationOutcome;
import java.util.List;

/** The judges, by the names that reports use. */
public final class Checks {

  /** Pact's own verifier, on the replay or on a host. */
  public static final String PACT = "Pact verifier";

  /** The OpenAPI validator with the vendor's page as it is. */
  public static final String PAGE = "vendor's page";

  /** The OpenAPI validator with the canonical spec. */
  public static final String CANONICAL = "canonical spec";

  /** How many broken answers the contract notices. */
  public static final String MUTATION = "mutation";

  /** Prism serving the vendor's page, asked by Pact's verifier. */
  public static final String PRISM = "Prism";

  /** The comparator of OpenAPI documents and pacts, with the vendor's page as it is. */
  public static final String COMPARATOR_PAGE = "comparator, page";

  /** The same with the canonical spec. */
  public static final String COMPARATOR_CANONICAL = "comparator, canonical";

  /** What every client's cell of a provider state holds, in this order. */
  static final List<String> CONTRACT_CHECKS =
      List.of(PACT, PAGE, CANONICAL, MUTATION, PRISM, COMPARATOR_PAGE, COMPARATOR_CANONICAL);

  /** What is asked about a vendor's example. */
  static final List<String> EXAMPLE_CHECKS = List.of(PAGE, CANONICAL);

  private Checks() {}

  /** A verdict of Pact's verifier as the report has it. */
  public static CheckResult toResult(VerificationOutcome verdict) {
    CheckStatus tone =
        switch (verdict.status()) {
          case VERIFIED -> CheckStatus.GOOD;
          case BORROWED -> CheckStatus.BORROWED;
          case WIRING_ONLY -> CheckStatus.TRIED;
          case FAILED, UNREACHABLE -> CheckStatus.BAD;
          case SKIPPED -> CheckStatus.ABSENT;
        };
    String by = verdict.target().replaceFirst("^replay: .*$", "replay");
    return new CheckResult(PACT + " on " + by, tone, verdict.status().label(), verdict.problems());
  }

  /** The same with what it is about. */
  public static InteractionCheckResult toInteractionResult(VerificationOutcome verdict) {
    return new InteractionCheckResult(
        verdict.provider(), verdict.interaction(), verdict.consumer(), toResult(verdict));
  }
}
