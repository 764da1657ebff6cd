package io.github.videotasks.spec.diff;

import io.github.videotasks.spec.attention.AttentionTables;
import io.github.videotasks.spec.finding.RejectedInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two derivations: the contract by its properties, the examples by their content. */
public final class DerivedFilesDiff {
  private static final String CONTRACT = "openapi.yaml";

  private DerivedFilesDiff() {}

  /**
   * Returns the changes, the worst first; there is at least one unless all files are equal.
   * Examples are matched by their content and name, so that moved and reordered ones have none.
   *
   * @param before the old files by their path below the folder, such as {@code openapi.yaml}
   * @param after the new files, in the same form
   * @return the changes
   * @throws RejectedInputException when a contract or an example is refused by {@link
   *     ContractReader}
   */
  public static List<Change> between(Map<String, byte[]> before, Map<String, byte[]> after) {
    return between(before, after, AttentionTables.of(after).orElse(AttentionTables.of(before)));
  }

  /**
   * {@return the changes as above}
   *
   * @param before the old files by path
   * @param after the new files by path
   * @param tables what client-ext knows, for the changes that need attention
   */
  public static List<Change> between(
      Map<String, byte[]> before, Map<String, byte[]> after, AttentionTables tables) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Arrays.equals(before.get(name), after.get(name)));
    List<Change> contract = names.contains(CONTRACT) ? contract(before, after, tables) : List.of();
    List<Change> changes =
        names.stream().anyMatch(ExampleSet::isExample)
            ? withExamples(before, after, contract)
            : new ArrayList<>(contract);
    if (changes.isEmpty() && names.contains(CONTRACT)) {
      changes.add(new Change(Impact.NONE, CONTRACT, "text changed, meaning did not", "", ""));
    }
    names.removeIf(name -> name.equals(CONTRACT) || ExampleSet.isExample(name));
    changes.addAll(otherFiles(names, before, after));
    return changes.stream().sorted().toList();
  }

  private static List<Change> contract(
      Map<String, byte[]> before, Map<String, byte[]> after, AttentionTables tables) {
    return ContractDiff.between(
        ContractReader.parseContract(before.get(CONTRACT), CONTRACT),
        ContractReader.parseContract(after.get(CONTRACT), CONTRACT),
        tables);
  }

  /** A side without examples, such as a released contract alone, is not compared. */
  private static List<Change> withExamples(
      Map<String, byte[]> before, Map<String, byte[]> after, List<Change> contract) {
    List<Change> changes = new ArrayList<>(contract);
    long old = before.keySet().stream().filter(ExampleSet::isExample).count();
    long now = after.keySet().stream().filter(ExampleSet::isExample).count();
    if (old == 0 || now == 0) {
      String description = "not compared, only the " + (old == 0 ? "new" : "old") + " side has any";
      changes.add(new Change(Impact.NONE, "examples", description, numberOf(old), numberOf(now)));
      return changes;
    }
    ExampleSet was = ExampleSet.of(before);
    ExampleSet is = ExampleSet.of(after);
    List<ExamplePair> pairs = ExampleMatching.match(was, is);
    List<Change> examples = ExampleChanges.between(was, is, pairs);
    if (!examples.isEmpty()) {
      // The contract contains the same examples.
      changes.removeIf(change -> change.description().equals(SupplementaryChanges.EXAMPLES));
    }
    changes = RenamedProperties.addTo(was, is, pairs, changes);
    changes.addAll(examples);
    return changes;
  }

  private static String numberOf(long examples) {
    return examples == 0 ? "" : Long.toString(examples);
  }

  /** Files that follow from the contract, the examples and the pages: one line for each kind. */
  private static List<Change> otherFiles(
      Set<String> names, Map<String, byte[]> before, Map<String, byte[]> after) {
    Map<String, List<String>> kinds = new TreeMap<>();
    for (String name : names) {
      String kind =
          !before.containsKey(name) ? "added" : !after.containsKey(name) ? "removed" : "changed";
      kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(name);
    }
    return kinds.entrySet().stream()
        .map(
            kind ->
                new Change(Impact.NONE, String.join(", ", kind.getValue()), kind.getKey(), "", ""))
        .toList();
  }
}
