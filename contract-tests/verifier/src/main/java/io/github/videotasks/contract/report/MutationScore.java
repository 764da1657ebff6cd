package io.github.videotasks.contract.report;

import java.util.List;

/**
 * Mutation score of one contract.
 *
 * @param consumer the client
 * @param provider the provider's id
 * @param mutants number of all mutants
 * @param killed number of detected mutants of fields that the contract names
 * @param survivors undetected mutants of fields that the contract names
 * @param outside number of mutants of fields that the contract does not name
 * @param killedOutside number of those that it rejects although it does not name the field; should
 *     be 0
 */
public record MutationScore(
    String consumer,
    String provider,
    int mutants,
    int killed,
    List<Survivor> survivors,
    int outside,
    int killedOutside) {

  /**
   * Copies the list.
   *
   * @param consumer the client
   * @param provider the provider's id
   * @param mutants number of all mutants
   * @param killed number of detected mutants of fields that the contract names
   * @param survivors undetected mutants of fields that the contract names
   * @param outside number of mutants of fields that the contract does not name
   * @param killedOutside number of those that it rejects although it does not name the field
   */
  public MutationScore {
    survivors = List.copyOf(survivors);
  }

  /**
   * Undetected mutants of one name.
   *
   * @param mutant the change and the path of the field, for example {@code DROP
   *     $.detail.input.images[*]}
   * @param count number of mutants with that name
   * @param reason why the survivor is accepted, or {@link #NOT_ACCEPTED}
   */
  public record Survivor(String mutant, int count, String reason) {

    /** The reason of a survivor that known-survivors.yaml does not list. */
    public static final String NOT_ACCEPTED = "not accepted";

    /** Returns whether the survivor has an accepted reason. */
    boolean accepted() {
      return !reason.equals(NOT_ACCEPTED);
    }
  }

  /** {@return the client without the common prefix of all clients' names} */
  public String client() {
    return consumer.replace("video-tasks-client-", "");
  }

  /** {@return the number of undetected mutants of fields that the contract names} */
  public int survived() {
    return survivors.stream().mapToInt(Survivor::count).sum();
  }

  /** {@return the percentage of detected mutants of named fields, 0-100, rounded down} */
  public int percent() {
    int named = killed + survived();
    return named == 0 ? 100 : killed * 100 / named;
  }
}
