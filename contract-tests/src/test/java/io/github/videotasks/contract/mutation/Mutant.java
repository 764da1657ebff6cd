package io.github.videotasks.contract.mutation;

import java.util.List;

/**
 * One broken answer, judged by one interaction of a contract.
 *
 * @param pact file name of the contract
 * @param state the provider state
 * @param change what was done, for example {@code NULL}, {@code STATUS} or {@code CONTENT_TYPE}
 * @param member where, as contracts name members; {@code $} for status and content type
 * @param inside whether the contract names that member or one below it
 * @param complaints what the contract says; empty when the mutant survives
 */
record Mutant(
    String pact,
    String state,
    String change,
    String member,
    boolean inside,
    List<String> complaints) {

  boolean killed() {
    return !complaints.isEmpty();
  }

  /** How a survivor is listed. */
  String name() {
    return change + " " + member;
  }
}
