package io.github.videotasks.spec.attention;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds status values that were added, removed or moved to another field, for the contract and for
 * each provider: a provider that begins to show a value is a change, even if the contract lists the
 * value already.
 */
final class StatusValueComparison {
  /** The provider of a value that only the schema lists. */
  private static final String NO_PROVIDER = "";

  /** A value at a field. */
  private record Placed(String path, String value) implements Comparable<Placed> {
    @Override
    public int compareTo(Placed other) {
      int order = path.compareTo(other.path);
      return order == 0 ? value.compareTo(other.value) : order;
    }
  }

  private final Map<String, ResponseField> before;
  private final Map<String, ResponseField> after;
  private final AttentionTables tables;

  StatusValueComparison(
      Map<String, ResponseField> before, Map<String, ResponseField> after, AttentionTables tables) {
    this.before = before;
    this.after = after;
    this.tables = tables;
  }

  List<Attention> compare() {
    Map<Placed, Set<String>> old = placed(before);
    Map<Placed, Set<String>> now = placed(after);
    Map<Placed, Set<String>> added = minus(now, old);
    Map<Placed, Set<String>> removed = minus(old, now);
    List<Attention> found = new ArrayList<>();
    Map<String, List<Placed>> addedByValue =
        added.keySet().stream().collect(Collectors.groupingBy(placed -> placed.value));
    for (Placed from : List.copyOf(removed.keySet())) {
      Iterator<Placed> same = addedByValue.getOrDefault(from.value, List.of()).iterator();
      while (same.hasNext() && removed.containsKey(from)) {
        Placed to = same.next();
        Set<String> both = new TreeSet<>(removed.getOrDefault(from, Set.of()));
        both.retainAll(added.getOrDefault(to, Set.of()));
        if (!both.isEmpty()) {
          found.add(moved(from, to, both));
          take(removed, from, both);
          take(added, to, both);
        }
        if (!added.containsKey(to)) {
          same.remove();
        }
      }
    }
    added.forEach((placed, providers) -> found.add(added(placed, providers)));
    removed.forEach((placed, providers) -> found.add(removed(placed, providers)));
    return found;
  }

  /** Returns the providers of each status value; one without a name if only the schema lists it. */
  private Map<Placed, Set<String>> placed(Map<String, ResponseField> fields) {
    Map<Placed, Set<String>> placed = new TreeMap<>();
    for (ResponseField field : fields.values()) {
      if (isStatus(field)) {
        for (String value : field.values()) {
          Set<String> providers = new TreeSet<>();
          field.shown(value).forEach(shown -> providers.add(shown.provider()));
          placed.put(
              new Placed(field.pathText(), value),
              providers.isEmpty() ? new TreeSet<>(Set.of(NO_PROVIDER)) : providers);
        }
      }
    }
    return placed;
  }

  /** A field that is a status before or after is one in both, so that a first value is noticed. */
  private boolean isStatus(ResponseField field) {
    return isNamedStatus(before.get(field.pathText()))
        || isNamedStatus(after.get(field.pathText()));
  }

  /** Values alone do not suffice: a text such as a prompt may equal a status value by chance. */
  private static boolean isNamedStatus(@Nullable ResponseField field) {
    return field != null && field.isStatus();
  }

  /** Removes the pairs of the others; a value that the schema lists alone is not new if shown. */
  private static Map<Placed, Set<String>> minus(
      Map<Placed, Set<String>> some, Map<Placed, Set<String>> others) {
    Map<Placed, Set<String>> rest = new TreeMap<>();
    some.forEach(
        (placed, providers) -> {
          Set<String> left = new TreeSet<>(providers);
          left.removeAll(others.getOrDefault(placed, Set.of()));
          if (others.containsKey(placed)) {
            left.remove(NO_PROVIDER);
          }
          if (!left.isEmpty()) {
            rest.put(placed, left);
          }
        });
    return rest;
  }

  private static void take(Map<Placed, Set<String>> from, Placed placed, Set<String> providers) {
    Set<String> left = from.getOrDefault(placed, new TreeSet<>());
    left.removeAll(providers);
    if (left.isEmpty()) {
      from.remove(placed);
    }
  }

  private Attention added(Placed placed, Set<String> providers) {
    return new Attention(
        AttentionKind.STATUS_VALUE_ADDED,
        field(after, placed).location(),
        "",
        placed.value,
        consequence(placed),
        shown(after, placed, providers));
  }

  private Attention removed(Placed placed, Set<String> providers) {
    boolean kept =
        after.containsKey(placed.path) && field(after, placed).values().contains(placed.value);
    return new Attention(
        AttentionKind.STATUS_VALUE_REMOVED,
        field(before, placed).location(),
        placed.value,
        "",
        (kept ? "The contract still lists it; " : "") + consequence(placed),
        shown(before, placed, providers));
  }

  private Attention moved(Placed from, Placed to, Set<String> providers) {
    return new Attention(
        AttentionKind.STATUS_VALUE_MOVED,
        field(after, to).location(),
        from.path + ": " + from.value,
        to.path + ": " + to.value,
        consequence(to),
        shown(after, to, providers));
  }

  private static ResponseField field(Map<String, ResponseField> fields, Placed placed) {
    ResponseField field = fields.get(placed.path);
    if (field == null) {
      throw new IllegalStateException("expected the field of " + placed);
    }
    return field;
  }

  private static List<ShownValue> shown(
      Map<String, ResponseField> fields, Placed placed, Set<String> providers) {
    return field(fields, placed).shown(placed.value).stream()
        .filter(shown -> providers.contains(shown.provider()))
        .toList();
  }

  private String consequence(Placed placed) {
    KnownPlaces places = tables.places();
    StatusTable statuses = tables.statuses();
    List<String> path = List.of(placed.path.split("\\.", -1));
    if (places != null && !places.knows(PlaceKind.STATUS, path)) {
      return "client-ext " + PlaceKind.STATUS.effect();
    }
    return statuses == null
        ? "whether client-ext knows it is unknown, because the contract has no "
            + StatusTable.DERIVED
        : statuses.describe(placed.value);
  }
}
