package io.github.videotasks.contract.consumer;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All values that a client's typed API returns for one response.
 *
 * @param values accessor path, for example {@code detail.pendingInfo.progressPct}, to its value as
 *     text; null values are omitted
 */
public record AccessorValues(Map<String, String> values) {

  public AccessorValues {
    values = Map.copyOf(values);
  }

  /**
   * Returns the values of {@code other} that differ from these; the empty string for a value that
   * {@code other} does not contain.
   */
  Set<String> changedValues(AccessorValues other) {
    Set<String> paths = new TreeSet<>(values.keySet());
    paths.addAll(other.values.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(values.get(path), other.values.get(path)))
        .map(path -> other.values.getOrDefault(path, ""))
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return new TreeMap<>(values)
        .entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}
