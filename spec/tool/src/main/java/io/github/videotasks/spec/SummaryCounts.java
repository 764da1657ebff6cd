package io.github.videotasks.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.finding.FindingGroup;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Counts documents, examples and findings for the summary table that the tool prints. */
final class SummaryCounts {
  private SummaryCounts() {}

  static List<DerivationResult.PageSummary> countPages(
      List<SpecDocument> documents, List<Example> examples, List<FindingGroup> findings) {
    Map<String, String> providers = new LinkedHashMap<>();
    documents.forEach(d -> providers.put(d.file(), d.provider().id()));
    findings.stream()
        .map(group -> group.first().location().file())
        .filter(file -> file.startsWith("pages/"))
        .forEach(file -> providers.putIfAbsent(file, "(refused)"));
    examples.stream()
        .filter(Example::isObserved)
        .forEach(e -> providers.put(e.document().file(), e.document().provider().id()));
    Map<String, Integer> documentsOf = countByFile(documents, SpecDocument::file);
    Map<String, Integer> examplesOf = countByFile(examples, e -> e.document().file());
    Map<String, Integer> findingsOf =
        countByFile(findings, group -> group.first().location().file());
    List<DerivationResult.PageSummary> pages = new ArrayList<>();
    providers.forEach(
        (file, provider) ->
            pages.add(
                new DerivationResult.PageSummary(
                    provider,
                    file,
                    documentsOf.getOrDefault(file, 0),
                    examplesOf.getOrDefault(file, 0),
                    findingsOf.getOrDefault(file, 0))));
    return pages;
  }

  private static <T> Map<String, Integer> countByFile(List<T> things, Function<T, String> fileOf) {
    Map<String, Integer> counts = new HashMap<>();
    things.forEach(thing -> counts.merge(fileOf.apply(thing), 1, Integer::sum));
    return counts;
  }

  static List<DerivationResult.OperationSummary> countOperations(
      JsonNode canonical, List<MergedOperation> operations) {
    return operations.stream()
        .map(
            o ->
                new DerivationResult.OperationSummary(
                    canonical
                        .path("paths")
                        .path(o.path())
                        .path(o.method().toLowerCase(Locale.ROOT))
                        .path("operationId")
                        .asText(o.derivedId()),
                    o.method(),
                    o.path(),
                    o.providerIds(),
                    o.sources().stream()
                        .flatMap(s -> s.responseContents().stream())
                        .mapToInt(a -> a.examples().size())
                        .sum()))
        .toList();
  }
}
