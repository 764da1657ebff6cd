package io.github.videotasks.spec.diff;

/** What a change does to the set of values that a contract admits. */
enum Effect {
  /** Fewer values than before: a client may send one that is refused now. */
  NARROWED,
  /** More values than before: a client may get one that it does not know. */
  WIDENED,
  /** Other values than before, or one cannot tell. */
  REPLACED;

  /**
   * Gives whom a change of this effect breaks.
   *
   * @param direction which way the value travels
   * @param code whether a generated client's types or names change with it
   */
  Impact impact(Direction direction, boolean code) {
    Effect harmless = direction == Direction.REQUEST ? WIDENED : NARROWED;
    if (this != harmless) {
      return Impact.BREAKING;
    }
    return code ? Impact.BREAKING_FOR_GENERATED_CODE : Impact.COMPATIBLE;
  }
}
