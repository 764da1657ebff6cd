package io.github.videotasks.contract.polyglot;

/**
 * What a client made of the cases of one kind.
 *
 * @param cases how many it was given
 * @param decoded how many it read and wrote
 * @param members the members with a value in those that it read
 * @param lost those of them that are gone or changed
 * @param nulls members that were null and are gone
 * @param added members that it made up
 */
record Tally(int cases, int decoded, int members, int lost, int nulls, int added) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  /** One more case, which it refused. */
  Tally refused() {
    return new Tally(cases + 1, decoded, members, lost, nulls, added);
  }

  /** One more case, which it read and wrote. */
  Tally read(Loss loss) {
    return new Tally(
        cases + 1,
        decoded + 1,
        members + loss.members(),
        lost + loss.lost().size(),
        nulls + loss.nulls().size(),
        added + loss.added().size());
  }
}
