package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.attention.Attention;
import io.github.videotasks.spec.attention.AttentionComparison;
import io.github.videotasks.spec.attention.AttentionKind;
import io.github.videotasks.spec.attention.AttentionTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Adds what needs attention to the changes of a contract. */
final class AttentionChanges {
  /** Says nothing of which values a field has now; the status values themselves are reported. */
  private static final String LIST_CHANGED = "x-extensible-enum changed";

  private AttentionChanges() {}

  /** Returns the changes with those that need attention, the worst first. */
  static List<Change> addTo(
      List<Change> changes, JsonNode before, JsonNode after, AttentionTables tables) {
    List<Change> all = new ArrayList<>(changes);
    Set<String> explained = new HashSet<>();
    for (Attention attention : AttentionComparison.between(before, after, tables)) {
      explained.add(attention.location());
      all.add(
          new Change(
              Impact.ATTENTION,
              attention.location(),
              attention.kind().description(),
              attention.before(),
              attention.after(),
              attention.note(),
              sources(attention)));
    }
    all.removeIf(
        change ->
            change.description().equals(LIST_CHANGED) && explained.contains(change.location()));
    return all.stream().sorted().toList();
  }

  private static List<ChangeSource> sources(Attention attention) {
    boolean removed = attention.kind() == AttentionKind.STATUS_VALUE_REMOVED;
    return attention.shown().stream()
        .filter(shown -> shown.location() != null)
        .map(
            shown ->
                new ChangeSource(
                    shown.provider(), Objects.requireNonNull(shown.location()), removed))
        .toList();
  }
}
