package io.github.videotasks.contract.provider;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider under verification: its URL, how its states are set up, and its description in
 * reports.
 */
public interface VerificationTarget {

  /** {@return the base URL of all requests; its path is a prefix} */
  URI baseUrl();

  /**
   * {@return the bearer token to send instead of the contract's example; null sends the example}
   */
  @Nullable String token();

  /** {@return additional headers of every request, name to value} */
  default Map<String, String> headers() {
    return Map.of();
  }

  /**
   * Sets up a provider state.
   *
   * @param state the state of the pact
   * @return the id of the task in that state; empty when this target cannot set up the state
   */
  Optional<String> setUpState(PactState state);

  /**
   * {@return the reason why {@link #setUpState} returned empty}
   *
   * @param state the state that could not be set up
   */
  String unavailableReason(PactState state);

  /**
   * {@return the description of this target in reports}
   *
   * @param exampleLabel label of the example behind the response; empty for a foreign pact
   */
  String describe(String exampleLabel);

  /**
   * {@return whether an outcome says something about the vendor even for a state that no page
   * shows, as for a live host and unlike for a replay}
   */
  boolean isAuthoritative();
}
