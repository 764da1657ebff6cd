package io.github.videotasks.contract.report;

import java.util.List;

/**
 * What became of the mutants of one contract.
 *
 * @param consumer the client
 * @param provider the provider's id
 * @param mutants all that were tried
 * @param killed those of members that the contract names which it noticed
 * @param survivors those which it did not notice
 * @param outside mutants of members that it does not name
 * @param killedOutside those among them that it complains about all the same; should be 0
 */
public record MutationScore(
    String consumer,
    String provider,
    int mutants,
    int killed,
    List<Survivor> survivors,
    int outside,
    int killedOutside) {

  public MutationScore {
    survivors = List.copyOf(survivors);
  }

  /**
   * Mutants that live though the contract names the member.
   *
   * @param mutant what was done where, for example {@code DROP $.detail.input.images[*]}
   * @param count how many of that name
   * @param reason why that is agreed; {@code not agreed} when nobody said so
   */
  public record Survivor(String mutant, int count, String reason) {}

  /** The client without what all clients' names begin with. */
  public String client() {
    return consumer.replace("video-tasks-client-", "");
  }

  /** How many live though the contract names the member. */
  public int survived() {
    return survivors.stream().mapToInt(Survivor::count).sum();
  }

  /** Share of the named mutants that is killed, 0 to 100, rounded down. */
  public int percent() {
    int named = killed + survived();
    return named == 0 ? 100 : killed * 100 / named;
  }
}
