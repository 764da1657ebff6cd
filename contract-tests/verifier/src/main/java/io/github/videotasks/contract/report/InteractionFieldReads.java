package io.github.videotasks.contract.report;

import java.util.Set;

/**
 * The fields that a client reads from one response, as found by mutating the response.
 *
 * @param consumer the client
 * @param provider the provider's id
 * @param interaction name of the interaction
 * @param fieldPaths paths of the fields in contracts, for example {@code $.status}
 */
public record InteractionFieldReads(
    String consumer, String provider, String interaction, Set<String> fieldPaths) {

  /**
   * Copies the set.
   *
   * @param consumer the client
   * @param provider the provider's id
   * @param interaction name of the interaction
   * @param fieldPaths paths of the fields in contracts, for example {@code $.status}
   */
  public InteractionFieldReads {
    fieldPaths = Set.copyOf(fieldPaths);
  }
}
