package io.github.videotasks.contract.ext;

import io.github.videotasks.client.runtime.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Generates mutants of a response that differ in one node: dropped, null or changed in type. */
final class ResponseMutants {

  private static final List<JsonValue> REPLACEMENTS =
      List.of(
          JsonValue.NULL,
          JsonValue.TRUE,
          JsonValue.of(-1),
          JsonValue.parse("1e400"),
          JsonValue.parse("9007199254740993"),
          JsonValue.of(""),
          JsonValue.of("odd"),
          JsonValue.of(List.of()),
          JsonValue.parse("[null,[{}]]"),
          JsonValue.of(Map.of()),
          JsonValue.parse("{\"message\":{\"code\":[]}}"));

  private final List<JsonValue> results = new ArrayList<>();

  private ResponseMutants() {}

  static List<JsonValue> of(JsonValue response) {
    ResponseMutants mutants = new ResponseMutants();
    mutants.collect(response, changed -> changed);
    return mutants.results;
  }

  /**
   * Adds the mutants below a value.
   *
   * @param whole returns the response in which another value replaces this value
   */
  private void collect(JsonValue value, Function<JsonValue, JsonValue> whole) {
    for (String name : value.properties().keySet()) {
      results.add(whole.apply(withoutProperty(value, name)));
      Function<JsonValue, JsonValue> above =
          other -> whole.apply(withReplacement(value, name, other));
      REPLACEMENTS.forEach(other -> results.add(above.apply(other)));
      collect(value.properties().get(name), above);
    }
    for (int i = 0; i < value.elements().size(); i++) {
      int index = i;
      Function<JsonValue, JsonValue> above =
          other -> whole.apply(withReplacement(value, index, other));
      REPLACEMENTS.forEach(other -> results.add(above.apply(other)));
      collect(value.elements().get(i), above);
    }
  }

  private static JsonValue withoutProperty(JsonValue object, String name) {
    Map<String, JsonValue> properties = new LinkedHashMap<>(object.properties());
    properties.remove(name);
    return JsonValue.of(properties);
  }

  private static JsonValue withReplacement(JsonValue object, String name, JsonValue other) {
    Map<String, JsonValue> properties = new LinkedHashMap<>(object.properties());
    properties.put(name, other);
    return JsonValue.of(properties);
  }

  private static JsonValue withReplacement(JsonValue array, int index, JsonValue other) {
    List<JsonValue> elements = new ArrayList<>(array.elements());
    elements.set(index, other);
    return JsonValue.of(elements);
  }
}
