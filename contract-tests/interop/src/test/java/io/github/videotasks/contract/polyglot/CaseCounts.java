package io.github.videotasks.contract.polyglot;

/**
 * What a client made of the cases of one kind.
 *
 * @param cases how many it was given
 * @param decoded how many it read and wrote
 * @param properties the members with a value in those that it read
 * @param lost those of them that are gone or changed
 * @param lostNulls members that were null and are gone
 * @param added members that it made up
 */
record CaseCounts(int cases, int decoded, int properties, int lost, int lostNulls, int added) {
  static final CaseCounts NONE = new CaseCounts(0, 0, 0, 0, 0, 0);

  /** One more case, which it refused. */
  CaseCounts plusRejected() {
    return new CaseCounts(cases + 1, decoded, properties, lost, lostNulls, added);
  }

  /** One more case, which it read and wrote. */
  CaseCounts plusDecoded(RoundTripLoss loss) {
    return new CaseCounts(
        cases + 1,
        decoded + 1,
        properties + loss.properties(),
        lost + loss.lost().size(),
        lostNulls + loss.lostNulls().size(),
        added + loss.added().size());
  }
}
