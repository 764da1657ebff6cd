package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the differences of one comparison, each once. */
final class DifferenceList {
  private final Set<ContractDifference> found = new LinkedHashSet<>();

  void add(String kind, String keyword, ModelPlace place, JsonNode expected, JsonNode actual) {
    add(kind, keyword, place, List.of(), expected, actual);
  }

  void add(
      String kind,
      String keyword,
      ModelPlace place,
      List<ModelPlace> others,
      JsonNode expected,
      JsonNode actual) {
    found.add(
        new ContractDifference(
            kind, keyword, place, others, expected.toString(), actual.toString()));
  }

  List<ContractDifference> all() {
    return List.copyOf(found);
  }
}
