package io.github.videotasks.contract.consumer;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that a client's typed API tells of one answer.
 *
 * @param told accessor path, for example {@code detail.pendingInfo.progressPct}, to its value as
 *     text; what is null is not told
 */
public record TypedView(Map<String, String> told) {

  public TypedView {
    told = Map.copyOf(told);
  }

  /**
   * The values that differ, as the other view tells them; the empty text for what it does not tell.
   */
  Set<String> differencesIn(TypedView other) {
    Set<String> paths = new TreeSet<>(told.keySet());
    paths.addAll(other.told.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(told.get(path), other.told.get(path)))
        .map(path -> other.told.getOrDefault(path, ""))
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return new TreeMap<>(told)
        .entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}
