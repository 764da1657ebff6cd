package io.github.videotasks.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.attention.AttentionTables;
import io.github.videotasks.spec.finding.RejectedInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two derivations: the contract by its properties, the examples by their content. */
public final class DerivedFilesDiff {
  private static final String CONTRACT = "openapi.yaml";

  private DerivedFilesDiff() {}

  /**
   * Returns the changes, the worst first. A file with equal bytes has no change; every other file
   * has at least one.
   *
   * @param before the old files by their path below the folder, such as {@code openapi.yaml}
   * @param after the new files, in the same form
   * @return the changes
   * @throws RejectedInputException when a contract or an example is refused by {@link
   *     ContractReader}
   */
  public static List<Change> between(Map<String, byte[]> before, Map<String, byte[]> after) {
    List<Change> changes = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Arrays.equals(before.get(name), after.get(name)));
    if (names.contains(CONTRACT)) {
      List<Change> found =
          ContractDiff.between(
              ContractReader.parseContract(before.get(CONTRACT), CONTRACT),
              ContractReader.parseContract(after.get(CONTRACT), CONTRACT),
              AttentionTables.of(after));
      changes.addAll(
          found.isEmpty()
              ? List.of(new Change(Impact.NONE, CONTRACT, "text changed, meaning did not", "", ""))
              : found);
    }
    changes.addAll(ExampleChanges.between(examples(before), examples(after)));
    TreeSet<String> reported = new TreeSet<>();
    changes.forEach(change -> reported.add(change.location()));
    names.removeIf(name -> name.equals(CONTRACT) || reported.contains(name));
    names.forEach(name -> changes.add(fileChange(name, before.get(name), after.get(name))));
    return changes.stream().sorted().toList();
  }

  private static Map<String, JsonNode> examples(Map<String, byte[]> files) {
    Map<String, JsonNode> examples = new TreeMap<>();
    files.forEach(
        (name, content) -> {
          if (name.startsWith("examples/") && !name.equals("examples/index.json")) {
            examples.put(name, ContractReader.parseValue(content, name));
          }
        });
    return examples;
  }

  private static Change fileChange(String name, byte @Nullable [] before, byte @Nullable [] after) {
    String description = before == null ? "added" : after == null ? "removed" : "changed";
    return new Change(Impact.NONE, name, description, "", "");
  }
}
