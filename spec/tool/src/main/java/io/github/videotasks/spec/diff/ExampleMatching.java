package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Matches the examples of two derivations. The numbers in the file names do not count, because an
 * example that is inserted on a page moves those below it: first equal values are matched, then the
 * most similar ones. Only examples of one provider are matched.
 */
final class ExampleMatching {
  /** The similarity that an example of the same name needs, and one of another name. */
  private static final double MIN_SAME_KEY = 0.25;

  /** More than 0.5, which equal fields with other values have. */
  private static final double MIN_OTHER_KEY = 0.65;

  private static final double BONUS_OF_KEY = 0.15;

  /** Beyond this number of comparisons only the keys decide. */
  private static final int MAX_COMPARISONS = 10_000;

  private final ExampleSet before;
  private final ExampleSet after;
  private final List<ExamplePair> pairs = new ArrayList<>();

  private ExampleMatching(ExampleSet before, ExampleSet after) {
    this.before = before;
    this.after = after;
  }

  /** Returns all examples of both sides, each once. */
  static List<ExamplePair> match(ExampleSet before, ExampleSet after) {
    ExampleMatching matching = new ExampleMatching(before, after);
    Map<String, Set<String>> old = byFolder(before.values().keySet());
    Map<String, Set<String>> now = byFolder(after.values().keySet());
    TreeSet<String> folders = new TreeSet<>(old.keySet());
    folders.addAll(now.keySet());
    for (String folder : folders) {
      matching.matchFolder(
          old.getOrDefault(folder, new TreeSet<>()), now.getOrDefault(folder, new TreeSet<>()));
    }
    return matching.pairs;
  }

  private static Map<String, Set<String>> byFolder(Set<String> files) {
    Map<String, Set<String>> folders = new TreeMap<>();
    for (String file : files) {
      String folder = file.substring(0, file.lastIndexOf('/'));
      folders.computeIfAbsent(folder, f -> new TreeSet<>()).add(file);
    }
    return folders;
  }

  private void matchFolder(Set<String> old, Set<String> now) {
    for (String file : List.copyOf(old)) {
      if (now.contains(file) && before.valueOf(file).equals(after.valueOf(file))) {
        pair(file, file, old, now);
      }
    }
    matchEqualValues(old, now);
    matchSimilarValues(old, now);
    old.forEach(file -> pairs.add(new ExamplePair(file, null)));
    now.forEach(file -> pairs.add(new ExamplePair(null, file)));
  }

  private void pair(String was, String is, Set<String> old, Set<String> now) {
    pairs.add(new ExamplePair(was, is));
    old.remove(was);
    now.remove(is);
  }

  private void matchEqualValues(Set<String> old, Set<String> now) {
    Map<JsonNode, Deque<String>> byValue = new HashMap<>();
    now.forEach(
        file -> byValue.computeIfAbsent(after.valueOf(file), v -> new ArrayDeque<>()).add(file));
    for (String file : List.copyOf(old)) {
      Deque<String> equal = byValue.get(before.valueOf(file));
      if (equal != null && !equal.isEmpty()) {
        pair(file, equal.remove(), old, now);
      }
    }
  }

  private record Candidate(String before, String after, double similarity) {}

  private void matchSimilarValues(Set<String> old, Set<String> now) {
    boolean keysOnly = (long) old.size() * now.size() > MAX_COMPARISONS;
    List<Candidate> candidates = new ArrayList<>();
    Map<String, ExampleValues> values = new HashMap<>();
    for (String was : old) {
      for (String is : now) {
        boolean sameKey = before.keyOf(was).equals(after.keyOf(is));
        if (sameKey || !keysOnly) {
          double similarity =
              ExampleValues.similarity(
                  values.computeIfAbsent("-" + was, f -> ExampleValues.of(before.valueOf(was))),
                  values.computeIfAbsent("+" + is, f -> ExampleValues.of(after.valueOf(is))));
          if (similarity >= (sameKey ? MIN_SAME_KEY : MIN_OTHER_KEY)) {
            candidates.add(new Candidate(was, is, similarity + (sameKey ? BONUS_OF_KEY : 0)));
          }
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::similarity)
            .reversed()
            .thenComparing(Candidate::before)
            .thenComparing(Candidate::after));
    Set<String> used = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (!used.contains("-" + candidate.before()) && !used.contains("+" + candidate.after())) {
        used.add("-" + candidate.before());
        used.add("+" + candidate.after());
        pair(candidate.before(), candidate.after(), old, now);
      }
    }
  }
}
