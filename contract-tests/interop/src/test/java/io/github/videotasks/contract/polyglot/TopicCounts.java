package io.github.videotasks.contract.polyglot;

/**
 * Wire cases of one topic and how many of them one client failed: it rejected a response, lost or
 * added a value, or decoded a response that is not one JSON object.
 *
 * @param cases number of cases
 * @param failed number of failed cases
 */
record TopicCounts(int cases, int failed) {
  static final TopicCounts NONE = new TopicCounts(0, 0);

  TopicCounts plus(boolean passed) {
    return new TopicCounts(cases + 1, failed + (passed ? 0 : 1));
  }

  /** Returns the cell of the table. */
  String toCell() {
    return failed + " of " + cases;
  }
}
