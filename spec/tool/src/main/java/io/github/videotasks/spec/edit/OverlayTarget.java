package io.github.videotasks.spec.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that an action of an Overlay file changes: a path of steps, one of which may have
 * several keys.
 */
final class OverlayTarget {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Each key begins with a dot; a step in brackets, such as {@code [0]}, is written as it is. */
  private final List<Set<String>> steps;

  private OverlayTarget(List<Set<String>> steps) {
    this.steps = steps;
  }

  /** Returns the target of the whole document. */
  static OverlayTarget root() {
    return new OverlayTarget(List.of());
  }

  /** Returns the target of a property. */
  OverlayTarget key(String key) {
    return with("." + key);
  }

  /** Returns the target of items of a list, which a step in brackets selects. */
  OverlayTarget items(String step) {
    return with(step);
  }

  /** Returns the target of the item of a list that has these values of two properties. */
  OverlayTarget itemWith(String key, String value, @Nullable String and, String andValue) {
    String second = and == null ? "" : " && @." + and + " == '" + andValue + "'";
    return with("[?(@." + key + " == '" + value + "'" + second + ")]");
  }

  private OverlayTarget with(String step) {
    List<Set<String>> longer = new ArrayList<>(steps);
    longer.add(Collections.singleton(step));
    return new OverlayTarget(longer);
  }

  /** Returns a target of both; null unless they differ in the key of one step. */
  @Nullable OverlayTarget union(OverlayTarget other) {
    if (steps.size() != other.steps.size()) {
      return null;
    }
    List<Set<String>> union = new ArrayList<>();
    int differences = 0;
    for (int i = 0; i < steps.size(); i++) {
      Set<String> both = new LinkedHashSet<>(steps.get(i));
      if (both.addAll(other.steps.get(i))) {
        differences++;
      } else if (steps.get(i).size() != other.steps.get(i).size()) {
        return null;
      }
      union.add(both);
    }
    boolean keys =
        union.stream().allMatch(s -> s.size() == 1 || s.stream().allMatch(k -> k.startsWith(".")));
    return differences == 1 && keys ? new OverlayTarget(union) : null;
  }

  /** Returns the JSONPath. */
  @Override
  public String toString() {
    StringBuilder path = new StringBuilder("$");
    for (Set<String> step : steps) {
      String first = step.iterator().next();
      if (step.size() == 1 && !first.startsWith(".")) {
        path.append(first);
      } else if (step.size() == 1 && PLAIN_KEY.matcher(first.substring(1)).matches()) {
        path.append(first);
      } else {
        path.append('[');
        String separator = "";
        for (String key : step) {
          path.append(separator).append('\'').append(escape(key.substring(1))).append('\'');
          separator = ",";
        }
        path.append(']');
      }
    }
    return path.toString();
  }

  private static String escape(String key) {
    return key.replace("\\", "\\\\").replace("'", "\\'");
  }
}
