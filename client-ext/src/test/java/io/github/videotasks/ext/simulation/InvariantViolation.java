package io.github.videotasks.ext.simulation;

/** Thrown at the moment at which a history violates an {@link Invariant}. */
public final class InvariantViolation extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final Invariant invariant;

  /**
   * Creates the error.
   *
   * @param invariant the violated invariant
   * @param subject the wait, poll or client that violates it
   * @param expected what the invariant requires
   * @param found what happened
   */
  public InvariantViolation(Invariant invariant, Object subject, Object expected, Object found) {
    super("%s: %s: expected %s, found %s".formatted(invariant, subject, expected, found));
    this.invariant = invariant;
  }

  Invariant invariant() {
    return invariant;
  }
}
