package io.github.videotasks.contract.mutation;

import java.util.List;

/**
 * One broken answer, judged by one interaction of a contract.
 *
 * @param consumer the client whose contract it is
 * @param provider the provider's id
 * @param interaction name of the interaction
 * @param change what was done, for example {@code NULL}, {@code STATUS} or {@code CONTENT_TYPE}
 * @param member where, as contracts name members; {@code $} for status and content type
 * @param inside whether the contract names that member or one below it
 * @param complaints what the contract says; empty when the mutant survives
 */
record Mutant(
    String consumer,
    String provider,
    String interaction,
    String change,
    String member,
    boolean inside,
    List<String> complaints) {

  boolean killed() {
    return !complaints.isEmpty();
  }

  /** A mutant of what the contract names that it does not notice. */
  boolean survives() {
    return inside && !killed();
  }

  /** A mutant of what the contract does not name that it complains about all the same. */
  boolean killedOutside() {
    return !inside && killed();
  }

  /** File name of the contract. */
  String pact() {
    return consumer + "-" + provider + ".json";
  }

  /** How a survivor is listed. */
  String name() {
    return change + " " + member;
  }
}
