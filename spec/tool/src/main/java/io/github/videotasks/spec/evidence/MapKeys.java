package io.github.videotasks.spec.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes the keys of a map, which are data, from properties. An object with {@code
 * additionalProperties} of one schema is a map.
 */
public final class MapKeys {
  private MapKeys() {}

  /** Returns whether a schema declares the values of a map. */
  public static boolean declaresMap(JsonNode schema) {
    JsonNode values = schema.path("additionalProperties");
    return values.isObject() && !values.isEmpty();
  }

  /**
   * Makes the properties of a map that only examples show evidence of its values. A property that
   * only pages without the map show, with values that do not fit it, stays a property.
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
    Set<@Nullable String> types = new HashSet<>();
    values.declarations().forEach(declared -> types.add(declared.type()));
    for (Map.Entry<String, FieldEvidence> property : object.properties().entrySet()) {
      FieldEvidence shown = property.getValue();
      if (shown.declarations().isEmpty()
          && shown.occurrences().stream()
              .allMatch(s -> pages.contains(s.location().file()) || fits(types, s))) {
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
