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
 * Converts the pairs of schemas from openapi-diff to changes. Its own compatibility results are not
 * used: it reports a removed optional field and a field that became nullable as compatible, and
 * does not consider generated code.
 *
 * <p>A component is reported once under its own name, however many fields refer to it.
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
   * Adds the changes of a schema and of its nested schemas.
   *
   * @param used the location where the schema is used
   * @param before the old schema where it is used, references not resolved; null when there is none
   * @param after the new schema, in the same form
   * @param changed the pair from openapi-diff; null when nothing changed
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
    ContractLocation location = name == null ? used : used.withText(name);
    if (name != null && !visited.add(location)) {
      return;
    }
    Schema<?> was = changed.getOldSchema();
    Schema<?> is = changed.getNewSchema();
    TypeChanges.compare(changes, location, was, is);
    if (was == null || is == null || changed.isChangedType()) {
      return;
    }
    compareProperties(location, was, is, changed);
    required(location, was, is);
    compareEnum(location, was, is);
    bounds.compare(location, was, is);
    compareFlags(location, was, is, changed);
    compareNested(location, was, is, changed);
  }

  /** Returns the component that both schemas refer to; null when it is not the same one. */
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
      ContractLocation location, Schema<?> was, Schema<?> is, ChangedSchema changed) {
    changed
        .getMissingProperties()
        .forEach((name, schema) -> addRemoved(location.property(name), name, was, schema));
    changed
        .getIncreasedProperties()
        .forEach((name, schema) -> addAdded(location.property(name), name, is, schema));
    changed
        .getChangedProperties()
        .forEach(
            (name, property) ->
                add(
                    location.property(name),
                    was.getProperties().get(name),
                    is.getProperties().get(name),
                    property));
  }

  /**
   * A removed response field breaks clients that read it, even if it was optional. A removed
   * request field does not: objects are open, so clients may continue to send it.
   */
  private void addRemoved(
      ContractLocation location, String name, Schema<?> owner, Schema<?> schema) {
    changes.add(
        location.direction() == Direction.RESPONSE
            ? Impact.BREAKING
            : Impact.BREAKING_FOR_GENERATED_CODE,
        location.text(),
        required(owner, name) ? "required field removed" : "optional field removed",
        describe(schema),
        null);
  }

  /** A new response field is compatible: objects are open, so clients ignore unknown fields. */
  private void addAdded(ContractLocation location, String name, Schema<?> owner, Schema<?> schema) {
    boolean required = required(owner, name);
    changes.add(
        required && location.direction() == Direction.REQUEST ? Impact.BREAKING : Impact.COMPATIBLE,
        location.text(),
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

  private void required(ContractLocation location, Schema<?> was, Schema<?> is) {
    for (String name : Objects.requireNonNullElse(is.getRequired(), List.<String>of())) {
      if (!required(was, name) && hasProperty(was, name) == hasProperty(is, name)) {
        changes.add(
            Effect.NARROWED, false, location.property(name), "became required", "", "required");
      }
    }
    for (String name : Objects.requireNonNullElse(was.getRequired(), List.<String>of())) {
      if (!required(is, name) && hasProperty(was, name) == hasProperty(is, name)) {
        changes.add(
            Effect.WIDENED, false, location.property(name), "became optional", "required", "");
      }
    }
  }

  private void compareEnum(ContractLocation location, Schema<?> was, Schema<?> is) {
    List<?> before = Objects.requireNonNullElse(was.getEnum(), List.of());
    List<?> after = Objects.requireNonNullElse(is.getEnum(), List.of());
    if (before.equals(after)) {
      return;
    }
    if (before.isEmpty() || after.isEmpty()) {
      Effect effect = before.isEmpty() ? Effect.NARROWED : Effect.WIDENED;
      changes.add(
          effect, true, location, before.isEmpty() ? "enum added" : "enum removed", before, after);
      return;
    }
    before.stream()
        .filter(v -> !after.contains(v))
        .forEach(v -> changes.add(Effect.NARROWED, true, location, "enum value removed", v, null));
    after.stream()
        .filter(v -> !before.contains(v))
        .forEach(v -> changes.add(Effect.WIDENED, false, location, "enum value added", null, v));
  }

  private void compareFlags(
      ContractLocation location, Schema<?> was, Schema<?> is, ChangedSchema changed) {
    changes.addDeprecation(location, was.getDeprecated(), is.getDeprecated());
    changes.addIfDifferent(
        Impact.COMPATIBLE, location, "default changed", was.getDefault(), is.getDefault());
    // readOnly: the client may no longer send the field. writeOnly: it no longer receives it.
    if (location.direction() == Direction.REQUEST) {
      bounds.compareFlag(location, "readOnly", was.getReadOnly(), is.getReadOnly(), true);
    } else {
      boolean hidden = Boolean.TRUE.equals(was.getWriteOnly());
      if (hidden != Boolean.TRUE.equals(is.getWriteOnly())) {
        Effect effect = hidden ? Effect.NARROWED : Effect.WIDENED;
        changes.add(effect, true, location, "writeOnly changed", hidden, !hidden);
      }
    }
    if (changed.isDiscriminatorPropertyChanged()) {
      changes.add(
          Effect.REPLACED,
          true,
          location,
          "discriminator changed",
          discriminator(was),
          discriminator(is));
    }
  }

  private static @Nullable String discriminator(Schema<?> schema) {
    return schema.getDiscriminator() == null ? null : schema.getDiscriminator().getPropertyName();
  }

  private void compareNested(
      ContractLocation location, Schema<?> was, Schema<?> is, ChangedSchema changed) {
    add(location.items(), items(was), items(is), changed.getItems());
    ChangedSchema values = changed.getAddProp();
    if (values != null && values.getOldSchema() != null && values.getNewSchema() != null) {
      add(
          location.mapValues(),
          (Schema<?>) was.getAdditionalProperties(),
          (Schema<?>) is.getAdditionalProperties(),
          values);
    }
    if (changed.getOneOfSchema() != null) {
      Map<String, ?> removed = changed.getOneOfSchema().getMissing();
      removed
          .keySet()
          .forEach(
              n -> changes.add(Effect.NARROWED, true, location, "alternative removed", n, null));
      Map<String, ?> added = changed.getOneOfSchema().getIncreased();
      added
          .keySet()
          .forEach(n -> changes.add(Effect.WIDENED, true, location, "alternative added", null, n));
      changed
          .getOneOfSchema()
          .getChanged()
          .forEach((name, schema) -> add(location.withText(name), null, null, schema));
    }
  }

  private static @Nullable Schema<?> items(Schema<?> schema) {
    return schema instanceof ArraySchema array ? array.getItems() : null;
  }
}
