package io.github.videotasks.contract.polyglot;

/**
 * Counts of one client for the cases of one kind.
 *
 * @param cases number of cases
 * @param decoded number of cases that were decoded and encoded
 * @param properties number of properties with a value in the decoded cases
 * @param lost number of these properties that are missing or changed afterwards
 * @param lostNulls number of null properties that are missing afterwards
 * @param added number of properties that were not in the input
 */
record CaseCounts(int cases, int decoded, int properties, int lost, int lostNulls, int added) {
  static final CaseCounts NONE = new CaseCounts(0, 0, 0, 0, 0, 0);

  /** Returns the counts with one more case, which the client rejected. */
  CaseCounts plusRejected() {
    return new CaseCounts(cases + 1, decoded, properties, lost, lostNulls, added);
  }

  /** Returns the counts with one more case, which the client decoded and encoded. */
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
