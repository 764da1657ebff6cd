package io.github.videotasks.spec.diff;

/** The effect of a change on the set of values that a contract admits. */
enum Effect {
  /** Fewer values than before: a client may send one that is refused now. */
  NARROWED,
  /** More values than before: a client may receive one that it does not know. */
  WIDENED,
  /** Other values than before, or the effect is unknown. */
  REPLACED;

  /**
   * Returns the impact of a change with this effect.
   *
   * @param direction the direction in which the value is transferred
   * @param code whether types or names in generated code change too
   */
  Impact impact(Direction direction, boolean code) {
    Effect harmless = direction == Direction.REQUEST ? WIDENED : NARROWED;
    if (this != harmless) {
      return Impact.BREAKING;
    }
    return code ? Impact.BREAKING_FOR_GENERATED_CODE : Impact.COMPATIBLE;
  }
}
