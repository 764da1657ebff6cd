package io.github.videotasks.spec.diff;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the limits that a schema sets to its values. */
final class BoundChanges {
  private final ChangeCollector changes;

  BoundChanges(ChangeCollector changes) {
    this.changes = changes;
  }

  void compare(ContractLocation spot, Schema<?> before, Schema<?> after) {
    compareUpperBound(spot, "maxLength", before.getMaxLength(), after.getMaxLength());
    compareLowerBound(spot, "minLength", before.getMinLength(), after.getMinLength());
    compareUpperBound(spot, "maxItems", before.getMaxItems(), after.getMaxItems());
    compareLowerBound(spot, "minItems", before.getMinItems(), after.getMinItems());
    compareUpperBound(spot, "maxProperties", before.getMaxProperties(), after.getMaxProperties());
    compareLowerBound(spot, "minProperties", before.getMinProperties(), after.getMinProperties());
    compareUpperBound(spot, "maximum", before.getMaximum(), after.getMaximum());
    compareLowerBound(spot, "minimum", before.getMinimum(), after.getMinimum());
    compareFlag(
        spot, "exclusiveMaximum", before.getExclusiveMaximum(), after.getExclusiveMaximum(), false);
    compareFlag(
        spot, "exclusiveMinimum", before.getExclusiveMinimum(), after.getExclusiveMinimum(), false);
    compareFlag(spot, "uniqueItems", before.getUniqueItems(), after.getUniqueItems(), true);
    compareUnordered(spot, "multipleOf", before.getMultipleOf(), after.getMultipleOf(), false);
    compareUnordered(spot, "pattern", before.getPattern(), after.getPattern(), false);
  }

  private void compareUpperBound(
      ContractLocation spot, String what, @Nullable Number before, @Nullable Number after) {
    compareBound(spot, what, before, after, -1);
  }

  private void compareLowerBound(
      ContractLocation spot, String what, @Nullable Number before, @Nullable Number after) {
    compareBound(spot, what, before, after, 1);
  }

  /**
   * Compares one limit.
   *
   * @param strict the sign of a difference that admits fewer values
   */
  private void compareBound(
      ContractLocation spot,
      String what,
      @Nullable Number before,
      @Nullable Number after,
      int strict) {
    if (before == null && after == null) {
      return;
    }
    Effect effect;
    if (before == null) {
      effect = Effect.NARROWED;
    } else if (after == null) {
      effect = Effect.WIDENED;
    } else {
      int order =
          new BigDecimal(after.toString()).compareTo(new BigDecimal(before.toString())) * strict;
      if (order == 0) {
        return;
      }
      effect = order > 0 ? Effect.NARROWED : Effect.WIDENED;
    }
    changes.add(effect, false, spot, what + " changed", before, after);
  }

  /** A flag that admits fewer values once it is set; a set of unique items is another Java type. */
  void compareFlag(
      ContractLocation spot,
      String what,
      @Nullable Boolean before,
      @Nullable Boolean after,
      boolean code) {
    boolean was = Boolean.TRUE.equals(before);
    boolean is = Boolean.TRUE.equals(after);
    if (was != is) {
      changes.add(is ? Effect.NARROWED : Effect.WIDENED, code, spot, what + " changed", was, is);
    }
  }

  /** A limit whose values cannot be ordered. */
  void compareUnordered(
      ContractLocation spot,
      String what,
      @Nullable Object before,
      @Nullable Object after,
      boolean code) {
    if (!Objects.equals(before, after)) {
      Effect effect =
          before == null ? Effect.NARROWED : after == null ? Effect.WIDENED : Effect.REPLACED;
      changes.add(effect, code, spot, what + " changed", before, after);
    }
  }
}
