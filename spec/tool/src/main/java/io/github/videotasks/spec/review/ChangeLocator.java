package io.github.videotasks.spec.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.diff.Change;
import io.github.videotasks.spec.diff.ChangeSource;
import io.github.videotasks.spec.diff.ContractReader;
import io.github.videotasks.spec.finding.ShortId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the operations, the providers and the page lines of changes between two derivations. */
final class ChangeLocator {
  private static final String CONTRACT = "openapi.yaml";
  private static final String EXAMPLES = "examples/";

  private final Side before;
  private final Side after;

  ChangeLocator(Map<String, byte[]> before, Map<String, byte[]> after) {
    this.before = Side.of(before);
    this.after = Side.of(after);
  }

  private record Side(
      OperationIndex operations,
      ProviderIndex providers,
      ExampleLines examples,
      EvidenceIndex evidence) {
    static Side of(Map<String, byte[]> files) {
      JsonNode contract = ContractReader.parseContract(files.get(CONTRACT), CONTRACT);
      OperationIndex operations = new OperationIndex(contract);
      ExampleLines examples = new ExampleLines(files);
      return new Side(
          operations,
          new ProviderIndex(contract),
          examples,
          new EvidenceIndex(files, operations, examples));
    }

    /** Returns the lines for a location; of an example, its only line. */
    List<EvidenceEntry> evidence(String location) {
      EvidenceEntry example = examples.example(exampleName(location));
      return example == null ? evidence.of(location) : List.of(example);
    }
  }

  /** Returns {@code acme/1} for {@code examples/acme/1.json}; other locations unchanged. */
  private static String exampleName(String location) {
    boolean example = location.startsWith(EXAMPLES) && location.endsWith(".json");
    return example
        ? location.substring(EXAMPLES.length(), location.length() - ".json".length())
        : location;
  }

  ReviewChange locate(Change change) {
    String location = change.location();
    SortedSet<String> operations = new TreeSet<>();
    String field = location;
    for (Side side : List.of(before, after)) {
      String example = side.examples.operationOf(exampleName(location));
      if (example != null) {
        operations.add(example);
      } else {
        String found = side.operations.locate(location, operations);
        field = found.length() < field.length() ? found : field;
      }
    }
    List<PagePlace> places = new ArrayList<>();
    SortedSet<String> providers = new TreeSet<>();
    for (ChangeSource source : change.sources()) {
      places.add(new PagePlace(source.location(), source.removed()));
      providers.add(source.provider());
    }
    for (Cause cause : places.isEmpty() ? causes(location) : List.<Cause>of()) {
      places.add(new PagePlace(cause.entry.location(), cause.removed));
      providers.add(cause.entry.provider());
    }
    if (providers.isEmpty()) {
      providers.addAll(after.providers.of(location));
    }
    if (providers.isEmpty()) {
      providers.addAll(before.providers.of(location));
    }
    return new ReviewChange(
        id(change),
        ReviewChange.severityOf(change.impact()),
        change,
        List.copyOf(operations),
        field,
        List.copyOf(providers),
        places.stream().distinct().sorted().toList());
  }

  private static String id(Change change) {
    return ShortId.of(
        ShortId.CHANGE, change.description(), change.location(), change.before(), change.after());
  }

  private record Cause(EvidenceEntry entry, boolean removed) {}

  /**
   * Returns the lines that changed what they declare about the location, whatever their numbers;
   * else the examples that changed; else all lines that declare it.
   */
  private List<Cause> causes(String location) {
    List<EvidenceEntry> was = before.evidence(location);
    List<EvidenceEntry> is = after.evidence(location);
    if (before.evidence.isComplete() && after.evidence.isComplete()) {
      for (boolean example : List.of(false, true)) {
        List<EvidenceEntry> added = without(select(is, example), was);
        if (!added.isEmpty()) {
          return causes(added, false);
        }
        List<EvidenceEntry> removed = without(select(was, example), is);
        if (!removed.isEmpty()) {
          return causes(removed, true);
        }
      }
    }
    List<EvidenceEntry> known = is.isEmpty() ? after.evidence.around(location) : is;
    List<EvidenceEntry> declared = select(known, false);
    return causes(declared.isEmpty() ? known : declared, false);
  }

  private static List<EvidenceEntry> select(List<EvidenceEntry> entries, boolean example) {
    return entries.stream().filter(entry -> entry.example() == example).toList();
  }

  private static List<Cause> causes(List<EvidenceEntry> entries, boolean removed) {
    return entries.stream().map(entry -> new Cause(entry, removed)).toList();
  }

  private static List<EvidenceEntry> without(
      List<EvidenceEntry> entries, List<EvidenceEntry> others) {
    Set<EvidenceEntry> known =
        others.stream().map(EvidenceEntry::withoutLine).collect(Collectors.toSet());
    return entries.stream().filter(e -> !known.contains(e.withoutLine())).toList();
  }
}
