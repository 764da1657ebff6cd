package io.github.videotasks.spec.diff;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.ChangedSchema;

/**
 * Turns what openapi-diff paired into changes. Its own verdicts are not used: it calls a removed
 * optional field and a field that became nullable compatible, and knows nothing of generated code.
 *
 * <p>A component is reported under its own name and once, however many fields refer to it.
 */
final class SchemaChanges {
  private static final String SCHEMA_PREFIX = "#/components/schemas/";

  private final ChangeCollector changes;
  private final BoundChanges bounds;
  private final Set<ContractLocation> visited = new HashSet<>();

  SchemaChanges(ChangeCollector changes) {
    this.changes = changes;
    this.bounds = new BoundChanges(changes);
  }

  /**
   * Adds the changes of a schema and of all below it.
   *
   * @param before the schema where it is used, references not followed; null when there was none
   * @param after the same of the new contract
   * @param changed what was paired; null when nothing changed
   */
  void add(
      ContractLocation used,
      @Nullable Schema<?> before,
      @Nullable Schema<?> after,
      @Nullable ChangedSchema changed) {
    if (changed == null) {
      return;
    }
    String name = sharedComponent(before, after);
    ContractLocation spot = name == null ? used : used.withText(name);
    if (name != null && !visited.add(spot)) {
      return;
    }
    Schema<?> was = changed.getOldSchema();
    Schema<?> is = changed.getNewSchema();
    TypeChanges.compare(changes, spot, was, is);
    if (was == null || is == null || changed.isChangedType()) {
      return;
    }
    compareProperties(spot, was, is, changed);
    required(spot, was, is);
    compareEnum(spot, was, is);
    bounds.compare(spot, was, is);
    compareFlags(spot, was, is, changed);
    compareNested(spot, was, is, changed);
  }

  /** Gives the name that both uses refer to; null when they are not the same component. */
  private static @Nullable String sharedComponent(
      @Nullable Schema<?> before, @Nullable Schema<?> after) {
    String ref = after == null ? null : after.get$ref();
    return ref != null
            && before != null
            && ref.equals(before.get$ref())
            && ref.startsWith(SCHEMA_PREFIX)
        ? ref.substring(SCHEMA_PREFIX.length())
        : null;
  }

  private void compareProperties(
      ContractLocation spot, Schema<?> was, Schema<?> is, ChangedSchema changed) {
    changed
        .getMissingProperties()
        .forEach((name, schema) -> addRemoved(spot.property(name), name, was, schema));
    changed
        .getIncreasedProperties()
        .forEach((name, schema) -> addAdded(spot.property(name), name, is, schema));
    changed
        .getChangedProperties()
        .forEach(
            (name, property) ->
                add(
                    spot.property(name),
                    was.getProperties().get(name),
                    is.getProperties().get(name),
                    property));
  }

  /** Who reads a field misses it even if it was optional; who sends it may go on doing so. */
  private void addRemoved(ContractLocation spot, String name, Schema<?> owner, Schema<?> schema) {
    changes.add(
        spot.direction() == Direction.RESPONSE
            ? Impact.BREAKING
            : Impact.BREAKING_FOR_GENERATED_CODE,
        spot.text(),
        required(owner, name) ? "required field removed" : "optional field removed",
        describe(schema),
        null);
  }

  /** Objects are open, so a new field in an answer is one that a client may leave alone. */
  private void addAdded(ContractLocation spot, String name, Schema<?> owner, Schema<?> schema) {
    boolean required = required(owner, name);
    changes.add(
        required && spot.direction() == Direction.REQUEST ? Impact.BREAKING : Impact.COMPATIBLE,
        spot.text(),
        required ? "required field added" : "optional field added",
        null,
        describe(schema));
  }

  private static String describe(Schema<?> schema) {
    String ref = schema.get$ref();
    return ref != null && ref.startsWith(SCHEMA_PREFIX)
        ? ref.substring(SCHEMA_PREFIX.length())
        : TypeChanges.describe(schema);
  }

  private static boolean required(Schema<?> owner, String name) {
    return owner.getRequired() != null && owner.getRequired().contains(name);
  }

  private static boolean hasProperty(Schema<?> owner, String name) {
    return owner.getProperties() != null && owner.getProperties().containsKey(name);
  }

  private void required(ContractLocation spot, Schema<?> was, Schema<?> is) {
    for (String name : Objects.requireNonNullElse(is.getRequired(), List.<String>of())) {
      if (!required(was, name) && hasProperty(was, name) == hasProperty(is, name)) {
        changes.add(Effect.NARROWED, false, spot.property(name), "became required", "", "required");
      }
    }
    for (String name : Objects.requireNonNullElse(was.getRequired(), List.<String>of())) {
      if (!required(is, name) && hasProperty(was, name) == hasProperty(is, name)) {
        changes.add(Effect.WIDENED, false, spot.property(name), "became optional", "required", "");
      }
    }
  }

  private void compareEnum(ContractLocation spot, Schema<?> was, Schema<?> is) {
    List<?> before = Objects.requireNonNullElse(was.getEnum(), List.of());
    List<?> after = Objects.requireNonNullElse(is.getEnum(), List.of());
    if (before.equals(after)) {
      return;
    }
    if (before.isEmpty() || after.isEmpty()) {
      Effect effect = before.isEmpty() ? Effect.NARROWED : Effect.WIDENED;
      changes.add(
          effect, true, spot, before.isEmpty() ? "enum added" : "enum removed", before, after);
      return;
    }
    before.stream()
        .filter(v -> !after.contains(v))
        .forEach(v -> changes.add(Effect.NARROWED, true, spot, "enum value removed", v, null));
    after.stream()
        .filter(v -> !before.contains(v))
        .forEach(v -> changes.add(Effect.WIDENED, false, spot, "enum value added", null, v));
  }

  private void compareFlags(
      ContractLocation spot, Schema<?> was, Schema<?> is, ChangedSchema changed) {
    changes.addDeprecation(spot, was.getDeprecated(), is.getDeprecated());
    changes.addIfDifferent(
        Impact.COMPATIBLE, spot, "default changed", was.getDefault(), is.getDefault());
    // A field that can no longer be sent, or is no longer given.
    if (spot.direction() == Direction.REQUEST) {
      bounds.compareFlag(spot, "readOnly", was.getReadOnly(), is.getReadOnly(), true);
    } else {
      boolean hidden = Boolean.TRUE.equals(was.getWriteOnly());
      if (hidden != Boolean.TRUE.equals(is.getWriteOnly())) {
        Effect effect = hidden ? Effect.NARROWED : Effect.WIDENED;
        changes.add(effect, true, spot, "writeOnly changed", hidden, !hidden);
      }
    }
    if (changed.isDiscriminatorPropertyChanged()) {
      changes.add(
          Effect.REPLACED,
          true,
          spot,
          "discriminator changed",
          discriminator(was),
          discriminator(is));
    }
  }

  private static @Nullable String discriminator(Schema<?> schema) {
    return schema.getDiscriminator() == null ? null : schema.getDiscriminator().getPropertyName();
  }

  private void compareNested(
      ContractLocation spot, Schema<?> was, Schema<?> is, ChangedSchema changed) {
    add(spot.items(), items(was), items(is), changed.getItems());
    ChangedSchema values = changed.getAddProp();
    if (values != null && values.getOldSchema() != null && values.getNewSchema() != null) {
      add(
          spot.mapValues(),
          (Schema<?>) was.getAdditionalProperties(),
          (Schema<?>) is.getAdditionalProperties(),
          values);
    }
    if (changed.getOneOfSchema() != null) {
      Map<String, ?> gone = changed.getOneOfSchema().getMissing();
      gone.keySet()
          .forEach(n -> changes.add(Effect.NARROWED, true, spot, "alternative removed", n, null));
      Map<String, ?> come = changed.getOneOfSchema().getIncreased();
      come.keySet()
          .forEach(n -> changes.add(Effect.WIDENED, true, spot, "alternative added", null, n));
      changed
          .getOneOfSchema()
          .getChanged()
          .forEach((name, schema) -> add(spot.withText(name), null, null, schema));
    }
  }

  private static @Nullable Schema<?> items(Schema<?> schema) {
    return schema instanceof ArraySchema array ? array.getItems() : null;
  }
}
