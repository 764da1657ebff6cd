package io.github.videotasks.contract.ext;

import io.github.videotasks.client.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every answer that differs from a given one in a single place: dropped, nulled or re-typed. */
final class Mutants {

  private static final List<JsonValue> OTHERS =
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

  private final List<JsonValue> all = new ArrayList<>();

  private Mutants() {}

  static List<JsonValue> of(JsonValue answer) {
    Mutants mutants = new Mutants();
    mutants.collect(answer, changed -> changed);
    return mutants.all;
  }

  /**
   * Adds the mutants below a value; {@code whole} makes the answer that has another value there.
   */
  private void collect(JsonValue value, Function<JsonValue, JsonValue> whole) {
    for (String name : value.members().keySet()) {
      all.add(whole.apply(without(value, name)));
      Function<JsonValue, JsonValue> above = other -> whole.apply(with(value, name, other));
      OTHERS.forEach(other -> all.add(above.apply(other)));
      collect(value.members().get(name), above);
    }
    for (int i = 0; i < value.elements().size(); i++) {
      int index = i;
      Function<JsonValue, JsonValue> above = other -> whole.apply(with(value, index, other));
      OTHERS.forEach(other -> all.add(above.apply(other)));
      collect(value.elements().get(i), above);
    }
  }

  private static JsonValue without(JsonValue object, String name) {
    Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
    members.remove(name);
    return JsonValue.of(members);
  }

  private static JsonValue with(JsonValue object, String name, JsonValue other) {
    Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
    members.put(name, other);
    return JsonValue.of(members);
  }

  private static JsonValue with(JsonValue array, int index, JsonValue other) {
    List<JsonValue> elements = new ArrayList<>(array.elements());
    elements.set(index, other);
    return JsonValue.of(elements);
  }
}
