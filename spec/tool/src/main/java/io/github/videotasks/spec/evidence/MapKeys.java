package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes the keys of a map, which are data, from properties. An object with {@code
 * additionalProperties} of one schema is a map.
 *
 * <p>The contract has a map only if all uses of the schema declare one: an object without the map
 * may have properties of any type, which a generated client could not decode as values of the map.
 */
public final class MapKeys {
  private MapKeys() {}

  /**
   * {@return whether a schema declares the values of a map}
   *
   * @param schema an OpenAPI schema
   */
  public static boolean declaresMap(JsonNode schema) {
    JsonNode values = schema.path("additionalProperties");
    return values.isObject() && !values.isEmpty();
  }

  /**
   * {@return whether all uses of an object's schema declare a map}
   *
   * @param object the evidence of the object
   */
  public static boolean isMap(FieldEvidence object) {
    return object.mapValues() != null && firstWithoutMap(object) == null;
  }

  /** Returns the first declaration that admits an object and no map; null if there is none. */
  static @Nullable DeclaredSchema firstWithoutMap(FieldEvidence object) {
    List<DeclaredSchema> objects =
        object.declarations().stream()
            .filter(declared -> declared.types().isEmpty() || declared.types().contains("object"))
            .toList();
    return KeywordCoverage.firstWithout(objects, declared -> declaresMap(declared.schema()));
  }

  /**
   * Makes the properties of a map that only examples show evidence of its values. A property that
   * only pages without the map show stays a property, unless its values fit a map that all declare.
   *
   * @param object the evidence of the object; changed in place
   */
  public static void separate(FieldEvidence object) {
    FieldEvidence values = object.mapValues();
    if (values == null) {
      return;
    }
    Set<String> pages =
        object.declarations().stream()
            .filter(declared -> declaresMap(declared.schema()))
            .map(declared -> declared.location().file())
            .collect(Collectors.toSet());
    boolean map = isMap(object);
    Set<@Nullable String> types = new HashSet<>();
    values.declarations().forEach(declared -> types.add(declared.type()));
    for (Map.Entry<String, FieldEvidence> property : object.properties().entrySet()) {
      FieldEvidence shown = property.getValue();
      if (shown.declarations().isEmpty()
          && shown.occurrences().stream()
              .allMatch(s -> pages.contains(s.location().file()) || (map && fits(types, s)))) {
        object.moveToMapValues(property.getKey());
      }
    }
  }

  private static boolean fits(Set<@Nullable String> types, Occurrence shown) {
    return types.contains(null)
        || shown.value().isNull()
        || types.stream().anyMatch(type -> fits(Objects.requireNonNull(type), shown.type()));
  }

  private static boolean fits(String declared, String shown) {
    return shown.equals(declared) || (declared.equals("number") && shown.equals("integer"));
  }
}
