package io.github.videotasks.contract.report;

import io.github.videotasks.contract.provider.Verdict;
import java.util.List;

/** The judges, by the names that reports use. */
public final class Judges {

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
  static final List<String> OF_A_CELL =
      List.of(PACT, PAGE, CANONICAL, MUTATION, PRISM, COMPARATOR_PAGE, COMPARATOR_CANONICAL);

  /** What is asked about a vendor's example. */
  static final List<String> OF_AN_EXAMPLE = List.of(PAGE, CANONICAL);

  private Judges() {}

  /** A verdict of Pact's verifier as the report has it. */
  public static Judgement of(Verdict verdict) {
    Tone tone =
        switch (verdict.outcome()) {
          case VERIFIED -> Tone.GOOD;
          case BORROWED -> Tone.BORROWED;
          case WIRING_ONLY -> Tone.TRIED;
          case FAILED, UNREACHABLE -> Tone.BAD;
          case SKIPPED -> Tone.ABSENT;
        };
    String by = verdict.by().replaceFirst("^replay: .*$", "replay");
    return new Judgement(PACT + " on " + by, tone, verdict.outcome().word(), verdict.problems());
  }

  /** The same with what it is about. */
  public static Opinion opinion(Verdict verdict) {
    return new Opinion(verdict.provider(), verdict.interaction(), verdict.consumer(), of(verdict));
  }
}
