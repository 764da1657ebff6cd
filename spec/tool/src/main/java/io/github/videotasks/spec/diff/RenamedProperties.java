package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Guesses which properties were renamed. A property that all examples of a provider no longer show
 * and a new one of the same object that has its values in each of them are probably the same.
 */
final class RenamedProperties {
  /**
   * A property of an object.
   *
   * @param provider the folder of the examples that show it
   * @param path the path of the object, without indexes; empty at the top level
   * @param name the name of the property
   */
  private record Property(String provider, String path, String name)
      implements Comparable<Property> {
    @Override
    public int compareTo(Property other) {
      return toString().compareTo(other.toString());
    }

    String label() {
      return path.isEmpty() ? name : path + "." + name;
    }
  }

  /** For each property that is gone, the new ones with the same values. */
  private final Map<Property, Set<String>> candidates = new TreeMap<>();

  private final Set<Property> shown = new HashSet<>();
  private final Set<Property> oldProperties = new HashSet<>();

  private RenamedProperties() {}

  /**
   * Returns the changes of the contract with the guesses.
   *
   * @param pairs the examples of both sides, matched
   * @param contract the changes of the contract
   */
  static List<Change> addTo(
      ExampleSet before, ExampleSet after, List<ExamplePair> pairs, List<Change> contract) {
    RenamedProperties renames = new RenamedProperties();
    after
        .values()
        .forEach((file, value) -> renames.collect(provider(file), "", value, renames.shown));
    before
        .values()
        .forEach(
            (file, value) -> renames.collect(provider(file), "", value, renames.oldProperties));
    for (ExamplePair pair : pairs) {
      if (pair.before() != null && pair.after() != null) {
        renames.compare(
            provider(pair.after()), "", before.valueOf(pair.before()), after.valueOf(pair.after()));
      }
    }
    return renames.addTo(contract);
  }

  private static String provider(String file) {
    String folder = file.substring(0, file.lastIndexOf('/'));
    return folder.substring(folder.indexOf('/') + 1);
  }

  private void collect(String provider, String path, JsonNode node, Set<Property> into) {
    node.properties()
        .forEach(
            e -> {
              into.add(new Property(provider, path, e.getKey()));
              collect(provider, child(path, e.getKey()), e.getValue(), into);
            });
    if (node.isArray()) {
      node.forEach(item -> collect(provider, path + "[]", item, into));
    }
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void compare(String provider, String path, JsonNode was, JsonNode is) {
    if (was.isArray() && is.isArray()) {
      for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
        compare(provider, path + "[]", was.get(i), is.get(i));
      }
    }
    if (!was.isObject() || !is.isObject()) {
      return;
    }
    SameValues same = new SameValues();
    is.properties()
        .forEach(
            e -> {
              if (!oldProperties.contains(new Property(provider, path, e.getKey()))) {
                same.add(e.getKey(), e.getValue());
              }
            });
    for (Map.Entry<String, JsonNode> entry : was.properties()) {
      Property old = new Property(provider, path, entry.getKey());
      if (is.has(entry.getKey())) {
        compare(provider, child(path, entry.getKey()), entry.getValue(), is.path(entry.getKey()));
      } else if (!shown.contains(old)) {
        candidates.put(old, same.among(candidates.get(old), entry.getValue()));
      }
    }
  }

  /**
   * Adds the guesses to the changes: as the note of a field that is gone from the contract, else as
   * a change of the provider, whose clients no longer find the field.
   */
  private List<Change> addTo(List<Change> contract) {
    Map<Property, Integer> sources = new HashMap<>();
    candidates.forEach(
        (old, names) -> {
          if (names.size() == 1) {
            sources.merge(renamed(old, names), 1, Integer::sum);
          }
        });
    FieldChanges changes = new FieldChanges(contract);
    candidates.forEach(
        (old, names) -> {
          // Two properties that are gone and had the same value are not one that was renamed.
          if (names.size() == 1 && sources.getOrDefault(renamed(old, names), 0) == 1) {
            add(old, names.iterator().next(), changes);
          }
        });
    return changes.all();
  }

  private static Property renamed(Property old, Set<String> names) {
    return new Property(old.provider(), old.path(), names.iterator().next());
  }

  private static void add(Property old, String name, FieldChanges changes) {
    String note = old.name() + " is gone, " + name + " with the same values is new";
    if (!changes.explain(old.name(), name, note)) {
      changes.add(
          new Change(
              Impact.ATTENTION,
              old.provider() + " " + old.label(),
              "probably renamed",
              old.name(),
              name,
              note,
              List.of()));
    }
  }
}
