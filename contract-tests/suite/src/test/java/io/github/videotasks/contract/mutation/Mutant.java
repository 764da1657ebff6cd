package io.github.videotasks.contract.mutation;

import java.util.List;

/**
 * One mutated response with the mismatches that one interaction of a contract reports for it.
 *
 * @param consumer the client whose contract it is
 * @param provider the provider's id
 * @param interaction name of the interaction
 * @param mutation name of the mutation, for example {@code NULL}, {@code STATUS} or {@code
 *     CONTENT_TYPE}
 * @param path path of the mutated field in contracts; {@code $} for status and content type
 * @param covered whether the contract names that field or one below it
 * @param mismatches mismatches that the contract reports; empty when the mutant survives
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

  /** Returns whether the contract names the field and does not detect the mutant. */
  boolean survived() {
    return covered && !killed();
  }

  /** Returns whether the contract rejects the mutant although it does not name the field. */
  boolean killedUncovered() {
    return !covered && killed();
  }

  /** Returns the file name of the contract. */
  String pact() {
    return consumer + "-" + provider + ".json";
  }

  /** Returns mutation and path, the name of a survivor in {@code known-survivors.yaml}. */
  String name() {
    return mutation + " " + path;
  }
}
