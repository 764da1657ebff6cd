package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges documents and keeps the first differences of each kind that nothing justifies. */
final class CompletenessCheck {
  private final Path folder;
  private final JustificationTable table;
  private final Map<String, Failure> failures = new LinkedHashMap<>();

  /** The first documents that show a kind of difference. */
  private record Failure(long seed, List<ObjectNode> documents, int count) {}

  CompletenessCheck(Path folder, JustificationTable table) {
    this.folder = folder;
    this.table = table;
  }

  void run(long seed) {
    List<ObjectNode> documents = RandomPages.of(seed);
    for (ContractDifference difference : unexplained(documents)) {
      failures.merge(
          difference.kind(),
          new Failure(seed, documents, 1),
          (first, again) -> new Failure(first.seed(), first.documents(), first.count() + 1));
    }
  }

  private List<ContractDifference> unexplained(List<ObjectNode> documents) {
    try {
      MergedPages merged = MergedPages.of(folder, documents);
      return table.unexplained(
          merged.compare().differences(), new FindingPlaces(merged.derived().findings()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns each kind of failure with its seed and the smallest documents that show it. */
  List<String> failures() {
    return failures.entrySet().stream().map(it -> describe(it.getKey(), it.getValue())).toList();
  }

  private String describe(String kind, Failure failure) {
    List<ObjectNode> smallest =
        DocumentShrinker.shrink(failure.documents(), candidate -> shows(kind, candidate));
    StringBuilder text = new StringBuilder("\n" + failure.count() + " x ").append(kind);
    text.append(", first with -Dcompleteness.seed=").append(failure.seed()).append('\n');
    for (ContractDifference difference : unexplained(smallest)) {
      if (difference.kind().equals(kind)) {
        text.append(difference).append('\n');
        break;
      }
    }
    smallest.forEach(document -> text.append(document).append('\n'));
    return text.toString();
  }

  /** A document that the second parser cannot read shows nothing. */
  private boolean shows(String kind, List<ObjectNode> documents) {
    try {
      return unexplained(documents).stream().anyMatch(it -> it.kind().equals(kind));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
