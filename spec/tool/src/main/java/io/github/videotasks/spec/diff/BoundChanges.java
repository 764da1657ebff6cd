package io.github.videotasks.spec.diff;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the validation keywords of two schemas, such as {@code maxLength} and pattern. */
final class BoundChanges {
  private final ChangeCollector changes;

  BoundChanges(ChangeCollector changes) {
    this.changes = changes;
  }

  void compare(ContractLocation location, Schema<?> before, Schema<?> after) {
    compareUpperBound(location, "maxLength", before.getMaxLength(), after.getMaxLength());
    compareLowerBound(location, "minLength", before.getMinLength(), after.getMinLength());
    compareUpperBound(location, "maxItems", before.getMaxItems(), after.getMaxItems());
    compareLowerBound(location, "minItems", before.getMinItems(), after.getMinItems());
    compareUpperBound(
        location, "maxProperties", before.getMaxProperties(), after.getMaxProperties());
    compareLowerBound(
        location, "minProperties", before.getMinProperties(), after.getMinProperties());
    compareUpperBound(location, "maximum", before.getMaximum(), after.getMaximum());
    compareLowerBound(location, "minimum", before.getMinimum(), after.getMinimum());
    compareFlag(
        location,
        "exclusiveMaximum",
        before.getExclusiveMaximum(),
        after.getExclusiveMaximum(),
        false);
    compareFlag(
        location,
        "exclusiveMinimum",
        before.getExclusiveMinimum(),
        after.getExclusiveMinimum(),
        false);
    compareFlag(location, "uniqueItems", before.getUniqueItems(), after.getUniqueItems(), true);
    compareUnordered(location, "multipleOf", before.getMultipleOf(), after.getMultipleOf(), false);
    compareUnordered(location, "pattern", before.getPattern(), after.getPattern(), false);
  }

  private void compareUpperBound(
      ContractLocation location, String keyword, @Nullable Number before, @Nullable Number after) {
    compareBound(location, keyword, before, after, -1);
  }

  private void compareLowerBound(
      ContractLocation location, String keyword, @Nullable Number before, @Nullable Number after) {
    compareBound(location, keyword, before, after, 1);
  }

  /**
   * Compares one limit.
   *
   * @param strict the sign of a difference that admits fewer values
   */
  private void compareBound(
      ContractLocation location,
      String keyword,
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
    changes.add(effect, false, location, keyword + " changed", before, after);
  }

  /**
   * Compares a flag that admits fewer values when it is set.
   *
   * @param code whether generated code changes too; {@code uniqueItems} changes a list to a set
   */
  void compareFlag(
      ContractLocation location,
      String keyword,
      @Nullable Boolean before,
      @Nullable Boolean after,
      boolean code) {
    boolean was = Boolean.TRUE.equals(before);
    boolean is = Boolean.TRUE.equals(after);
    if (was != is) {
      changes.add(
          is ? Effect.NARROWED : Effect.WIDENED, code, location, keyword + " changed", was, is);
    }
  }

  /** Compares a keyword whose values have no order. */
  void compareUnordered(
      ContractLocation location,
      String keyword,
      @Nullable Object before,
      @Nullable Object after,
      boolean code) {
    if (!Objects.equals(before, after)) {
      Effect effect =
          before == null ? Effect.NARROWED : after == null ? Effect.WIDENED : Effect.REPLACED;
      changes.add(effect, code, location, keyword + " changed", before, after);
    }
  }
}
