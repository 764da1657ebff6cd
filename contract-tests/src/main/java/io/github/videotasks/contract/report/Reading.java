package io.github.videotasks.contract.report;

import java.util.Set;

/**
 * What a client reads of one answer, as found by trying.
 *
 * @param consumer the client
 * @param provider the provider's id
 * @param interaction name of the interaction
 * @param members as contracts name them
 */
public record Reading(String consumer, String provider, String interaction, Set<String> members) {

  public Reading {
    members = Set.copyOf(members);
  }
}
