package io.github.videotasks.spec.diff;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the limits that a schema sets to its values. */
final class BoundChanges {
  private final ChangeList changes;

  BoundChanges(ChangeList changes) {
    this.changes = changes;
  }

  void compare(Spot spot, Schema<?> before, Schema<?> after) {
    highest(spot, "maxLength", before.getMaxLength(), after.getMaxLength());
    lowest(spot, "minLength", before.getMinLength(), after.getMinLength());
    highest(spot, "maxItems", before.getMaxItems(), after.getMaxItems());
    lowest(spot, "minItems", before.getMinItems(), after.getMinItems());
    highest(spot, "maxProperties", before.getMaxProperties(), after.getMaxProperties());
    lowest(spot, "minProperties", before.getMinProperties(), after.getMinProperties());
    highest(spot, "maximum", before.getMaximum(), after.getMaximum());
    lowest(spot, "minimum", before.getMinimum(), after.getMinimum());
    flag(
        spot, "exclusiveMaximum", before.getExclusiveMaximum(), after.getExclusiveMaximum(), false);
    flag(
        spot, "exclusiveMinimum", before.getExclusiveMinimum(), after.getExclusiveMinimum(), false);
    flag(spot, "uniqueItems", before.getUniqueItems(), after.getUniqueItems(), true);
    text(spot, "multipleOf", before.getMultipleOf(), after.getMultipleOf(), false);
    text(spot, "pattern", before.getPattern(), after.getPattern(), false);
  }

  private void highest(Spot spot, String what, @Nullable Number before, @Nullable Number after) {
    bound(spot, what, before, after, -1);
  }

  private void lowest(Spot spot, String what, @Nullable Number before, @Nullable Number after) {
    bound(spot, what, before, after, 1);
  }

  /**
   * Compares one limit.
   *
   * @param strict the sign of a difference that admits fewer values
   */
  private void bound(
      Spot spot, String what, @Nullable Number before, @Nullable Number after, int strict) {
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
  void flag(
      Spot spot, String what, @Nullable Boolean before, @Nullable Boolean after, boolean code) {
    boolean was = Boolean.TRUE.equals(before);
    boolean is = Boolean.TRUE.equals(after);
    if (was != is) {
      changes.add(is ? Effect.NARROWED : Effect.WIDENED, code, spot, what + " changed", was, is);
    }
  }

  /** A limit whose values cannot be ordered. */
  void text(Spot spot, String what, @Nullable Object before, @Nullable Object after, boolean code) {
    if (!Objects.equals(before, after)) {
      Effect effect =
          before == null ? Effect.NARROWED : after == null ? Effect.WIDENED : Effect.REPLACED;
      changes.add(effect, code, spot, what + " changed", before, after);
    }
  }
}
