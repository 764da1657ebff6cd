package io.github.videotasks.ext.payload;

import io.github.videotasks.client.runtime.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Finds the values at a path of a table, such as {@code task_result.videos[].url}.
 *
 * <p>{@code []} enters a list, and also accepts a single value in its place. {@code *} enters every
 * property, {@code *_wm} every property whose name ends in {@code _wm}. Wherever the path meets a
 * text that holds JSON, it goes on in that JSON. The depth is the length of the path.
 */
final class JsonPathWalker {

  private final List<String> steps;
  private final BiConsumer<String, JsonValue> sink;

  private JsonPathWalker(List<String> steps, BiConsumer<String, JsonValue> sink) {
    this.steps = steps;
    this.sink = sink;
  }

  /** Splits a path of a table into its steps; {@code []} is a step of its own. */
  static List<String> steps(String path) {
    return List.of(path.replace("[]", ".[]").split("\\.", -1));
  }

  /** Appends a name to a JSON path. */
  static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Appends an index to a JSON path. */
  static String join(String path, int index) {
    return path + "[" + index + "]";
  }

  /**
   * Passes every value at the path, in the order of the response.
   *
   * @param steps the path, from {@link #steps}
   * @param prefix the JSON path of {@code value}; empty for the task itself
   * @param sink receives the JSON path, such as {@code videos[0].url}, and the value
   */
  static void walk(
      List<String> steps, JsonValue value, String prefix, BiConsumer<String, JsonValue> sink) {
    JsonValue current = value;
    int step = 0;
    // Most paths are absent: no text is built before all names are found.
    for (; step < steps.size() && isName(steps.get(step)); step++) {
      JsonValue property = JsonText.open(current).get(steps.get(step));
      if (property == null) {
        return;
      }
      current = property;
    }
    String names = String.join(".", steps.subList(0, step));
    new JsonPathWalker(steps, sink)
        .walk(step, current, names.isEmpty() ? prefix : join(prefix, names));
  }

  private static boolean isName(String step) {
    return !step.equals("[]") && !step.startsWith("*");
  }

  private void walk(int step, JsonValue value, String path) {
    if (step == steps.size()) {
      sink.accept(path, value);
      return;
    }
    String name = steps.get(step);
    JsonValue current = JsonText.open(value);
    if (name.equals("[]")) {
      walkList(step, current, path);
    } else if (name.startsWith("*")) {
      walkEvery(name.substring(1), step, current, path);
    } else {
      JsonValue property = current.get(name);
      if (property != null) {
        walk(step + 1, property, join(path, name));
      }
    }
  }

  private void walkList(int step, JsonValue value, String path) {
    if (value.kind() != JsonValue.Kind.ARRAY) {
      walk(step + 1, value, path);
      return;
    }
    int index = 0;
    for (JsonValue element : value.elements()) {
      walk(step + 1, element, join(path, index));
      index++;
    }
  }

  private void walkEvery(String suffix, int step, JsonValue value, String path) {
    for (Map.Entry<String, JsonValue> property : value.properties().entrySet()) {
      if (property.getKey().endsWith(suffix)) {
        walk(step + 1, property.getValue(), join(path, property.getKey()));
      }
    }
  }
}
