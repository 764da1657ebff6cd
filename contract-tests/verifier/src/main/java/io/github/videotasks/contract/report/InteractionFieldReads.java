package io.github.videotasks.contract.report;

import java.util.Set;

/**
 * What a client reads of one answer, as found by trying.
 *
 * @param consumer the client
 * @param provider the provider's id
 * @param interaction name of the interaction
 * @param fieldPaths as contracts name them
 */
public record InteractionFieldReads(
    String consumer, String provider, String interaction, Set<String> fieldPaths) {

  public InteractionFieldReads {
    fieldPaths = Set.copyOf(fieldPaths);
  }
}
