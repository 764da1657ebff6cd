package io.github.videotasks.spec.observe;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps for each drift the shortest masked body that shows it. A body stays whole: without its
 * known fields it would be evidence that they are optional.
 */
final class ObservedCandidates {
  private static final int MAX_BODY = 100_000;
  private static final int MAX_TOTAL = 32 << 20;

  private record Candidate(
      ObservedOperation operation,
      int status,
      int length,
      String body,
      Set<DriftEntry.Key> shows) {}

  private final Map<DriftEntry.Key, Candidate> shortest = new HashMap<>();
  private long total;

  void add(
      ObservedOperation operation,
      TrafficRecord record,
      Set<DriftEntry.Key> shows,
      List<DriftSighting> sightings) {
    JsonNode body = record.body();
    if (body == null || shows.isEmpty() || hasMaskedStatus(sightings)) {
      return;
    }
    // Masking is expensive, and most records show nothing in a shorter body.
    int length = JsonNodes.compact(body).length();
    if (length > MAX_BODY || shows.stream().allMatch(key -> isKnownIn(key, length))) {
      return;
    }
    String masked = JsonNodes.compact(record.mask().body(body));
    Candidate candidate = new Candidate(operation, record.status(), length, masked, shows);
    for (DriftEntry.Key key : shows) {
      Candidate known = shortest.get(key);
      if (known == null ? total < MAX_TOTAL : length < known.length()) {
        shortest.put(key, candidate);
        total += masked.length();
      }
    }
  }

  private boolean isKnownIn(DriftEntry.Key key, int length) {
    Candidate known = shortest.get(key);
    return known == null ? total >= MAX_TOTAL : known.length() <= length;
  }

  /** A masked status value would become a status value of the contract. */
  private static boolean hasMaskedStatus(List<DriftSighting> sightings) {
    return sightings.stream()
        .anyMatch(
            s ->
                s.kind() == DriftKind.STATUS_VALUE
                    && s.value().asText().equals(TrafficMask.MASKED));
  }

  /** Selects candidates until all drift is shown: first the one that shows most of the rest. */
  List<ObservedExample> select(Collection<DriftEntry> drift) {
    Set<DriftEntry.Key> left = new HashSet<>();
    drift.forEach(entry -> left.add(entry.key()));
    left.retainAll(shortest.keySet());
    List<Candidate> candidates = new ArrayList<>(new LinkedHashSet<>(shortest.values()));
    candidates.sort(Comparator.comparingInt(Candidate::length).thenComparing(Candidate::body));
    List<ObservedExample> selected = new ArrayList<>();
    while (!left.isEmpty()) {
      Candidate best =
          candidates.stream()
              .max(Comparator.comparingLong(candidate -> count(candidate, left)))
              .orElseThrow();
      List<String> shows =
          best.shows().stream().filter(left::remove).map(DriftEntry.Key::toString).toList();
      selected.add(example(best, shows));
    }
    selected.sort(Comparator.comparing(ObservedExample::fileName));
    return selected;
  }

  private static long count(Candidate candidate, Set<DriftEntry.Key> left) {
    return candidate.shows().stream().filter(left::contains).count();
  }

  private static ObservedExample example(Candidate candidate, List<String> shows) {
    JsonNode body = TrafficJson.parse(candidate.body());
    return new ObservedExample(
        candidate.operation().id(),
        candidate.operation().method(),
        candidate.operation().path(),
        candidate.status(),
        shows,
        body == null ? JsonNodes.object() : body);
  }
}
