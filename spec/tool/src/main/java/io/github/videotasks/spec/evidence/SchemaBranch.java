package io.github.videotasks.spec.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Position of a declaration in one use of a schema: the schema itself with the parts of its {@code
 * allOf}, or one alternative of a {@code oneOf} or {@code anyOf} in it. Compared by identity.
 */
public final class SchemaBranch {
  private final @Nullable SchemaBranch parent;
  private final @Nullable Object alternatives;

  private SchemaBranch(@Nullable SchemaBranch parent, @Nullable Object alternatives) {
    this.parent = parent;
    this.alternatives = alternatives;
  }

  /** Returns the branch of a new use of a schema. */
  static SchemaBranch ofUse() {
    return new SchemaBranch(null, null);
  }

  /**
   * Returns a new alternative of this branch.
   *
   * @param alternatives the list of alternatives, by identity
   */
  SchemaBranch alternative(Object alternatives) {
    return new SchemaBranch(this, alternatives);
  }

  /** Returns the branch that has this alternative; null for a use of a schema. */
  @Nullable SchemaBranch parent() {
    return parent;
  }

  /** Returns the list that has this alternative; null for a use of a schema. */
  @Nullable Object alternatives() {
    return alternatives;
  }

  /** Returns the branch of the use of the schema. */
  SchemaBranch use() {
    SchemaBranch at = this;
    while (at.parent != null) {
      at = at.parent;
    }
    return at;
  }
}
