package io.github.videotasks.contract.mutation;

import java.util.List;

/**
 * One broken answer, judged by one interaction of a contract.
 *
 * @param consumer the client whose contract it is
 * @param provider the provider's id
 * @param interaction name of the interaction
 * @param mutation what was done, for example {@code NULL}, {@code STATUS} or {@code CONTENT_TYPE}
 * @param path where, as contracts name members; {@code $} for status and content type
 * @param covered whether the contract names that member or one below it
 * @param mismatches what the contract says; empty when the mutant survives
 */
record Mutant(
    String consumer,
    String provider,
    String interaction,
    String mutation,
    String path,
    boolean covered,
    List<String> mismatches) {

  boolean killed() {
    return !mismatches.isEmpty();
  }

  /** A mutant of what the contract names that it does not notice. */
  boolean survived() {
    return covered && !killed();
  }

  /** A mutant of what the contract does not name that it complains about all the same. */
  boolean killedUncovered() {
    return !covered && killed();
  }

  /** File name of the contract. */
  String pact() {
    return consumer + "-" + provider + ".json";
  }

  /** How a survivor is listed. */
  String name() {
    return mutation + " " + path;
  }
}
