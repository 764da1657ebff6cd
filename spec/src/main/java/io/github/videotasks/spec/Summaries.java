package io.github.videotasks.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.finding.Finding;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.page.SpecDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts for the table that the tool prints. */
final class Summaries {
  private Summaries() {}

  static List<Derived.PageSummary> pages(
      List<SpecDocument> documents, List<Example> examples, List<Finding> findings) {
    Map<String, String> providers = new LinkedHashMap<>();
    documents.forEach(d -> providers.put(d.file(), d.provider().id()));
    findings.stream()
        .map(f -> f.place().file())
        .filter(file -> file.startsWith("pages/"))
        .forEach(file -> providers.putIfAbsent(file, "(refused)"));
    return providers.entrySet().stream()
        .map(
            e ->
                new Derived.PageSummary(
                    e.getValue(),
                    e.getKey(),
                    (int) documents.stream().filter(d -> d.file().equals(e.getKey())).count(),
                    (int)
                        examples.stream()
                            .filter(x -> x.document().file().equals(e.getKey()))
                            .count(),
                    (int)
                        findings.stream().filter(f -> f.place().file().equals(e.getKey())).count()))
        .toList();
  }

  static List<Derived.OperationSummary> operations(
      JsonNode canonical, List<MergedOperation> operations) {
    return operations.stream()
        .map(
            o ->
                new Derived.OperationSummary(
                    canonical
                        .path("paths")
                        .path(o.path())
                        .path(o.method().toLowerCase(Locale.ROOT))
                        .path("operationId")
                        .asText(o.derivedId()),
                    o.method(),
                    o.path(),
                    o.providers(),
                    o.sources().stream()
                        .flatMap(s -> s.answers().stream())
                        .mapToInt(a -> a.examples().size())
                        .sum()))
        .toList();
  }
}
