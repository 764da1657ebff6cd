package io.github.videotasks.contract.provider;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider that can be asked: where it is, how it is brought into a state, and who it is for the
 * report.
 */
public interface VerificationTarget {

  /** Where requests go; a path in it is a prefix. */
  URI baseUrl();

  /** The bearer token to send instead of the contract's example; null to send the example. */
  @Nullable String token();

  /** What every request carries beside what the contract says, name to value. */
  default Map<String, String> headers() {
    return Map.of();
  }

  /**
   * Brings the provider into a state.
   *
   * @param sentence the provider state as the pact says it
   * @param state its short name
   * @param usualId the id that the contract asks for
   * @return the id of the task that is in that state; empty when this target cannot be brought
   *     there
   */
  Optional<String> setUpState(String sentence, String state, String usualId);

  /** Why {@link #setUpState} came to nothing, and what to do about it. */
  String unavailableReason(String sentence, String state);

  /**
   * What answers, for the report.
   *
   * @param shown where the contract says that the answer was seen
   */
  String describe(String shown);

  /** Whether a verdict about a state that no page shows says something about the vendor. */
  boolean isAuthoritative();
}
