package io.github.videotasks.spec;

import io.github.videotasks.spec.correct.Corrector;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.finding.FindingGroup;
import io.github.videotasks.spec.finding.FindingIds;
import io.github.videotasks.spec.finding.Findings;
import io.github.videotasks.spec.finding.IdentifiedFindings;
import io.github.videotasks.spec.merge.ComponentExtractor;
import io.github.videotasks.spec.merge.ContractDraft;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.tree.JsonNodes;
import io.github.videotasks.spec.write.CanonicalYaml;
import io.github.videotasks.spec.write.ExampleComponents;
import io.github.videotasks.spec.write.ExampleIndex;
import io.github.videotasks.spec.write.FindingsJson;
import io.github.videotasks.spec.write.FindingsMarkdown;
import io.github.videotasks.spec.write.JsonSchemaEdition;
import io.github.videotasks.spec.write.OpenApi31Edition;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Serializes the derived files in parallel; no file depends on another one, except those of the
 * findings.
 */
final class DerivedFileWriter {
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final ContractDraft draft;
  private final List<MergedOperation> operations;
  private final Findings findings;
  private final UnaryOperator<String> ownerOf;
  private List<FindingGroup> groups = List.of();

  DerivedFileWriter(
      ContractDraft draft,
      List<MergedOperation> operations,
      Findings findings,
      UnaryOperator<String> ownerOf) {
    this.draft = draft;
    this.operations = operations;
    this.findings = findings;
    this.ownerOf = ownerOf;
  }

  /**
   * Returns every file by its path below the output folder. The files of the findings are written
   * last, because writing the evidence table adds findings.
   */
  SortedMap<String, byte[]> write(
      List<Example> examples, List<ComponentExtractor.ComponentField> fields, Corrector corrector) {
    CanonicalYaml.sortKeys(draft.root());
    ExampleComponents.add(draft.root(), operations, findings);
    write(
        Map.of(
            "openapi.yaml",
            () -> CanonicalYaml.serialize(draft.root()),
            "openapi-3.1.yaml",
            () -> CanonicalYaml.write(OpenApi31Edition.of(draft.root())),
            "schema.json",
            () -> JsonNodes.pretty(JsonSchemaEdition.of(draft.root())),
            "evidence.tsv",
            () -> new EvidenceTableStep(draft, corrector, findings).write(operations, fields),
            "examples/index.json",
            () -> new ExampleIndex(draft.root()).write(operations)));
    examples.parallelStream()
        .forEach(e -> files.put("examples/" + e.id() + ".json", JsonNodes.pretty(e.value())));
    groups = FindingGroup.of(findings.sorted());
    List<IdentifiedFindings> identified = FindingIds.of(groups, ownerOf);
    write(
        Map.of(
            "FINDINGS.md",
            () -> FindingsMarkdown.write(identified),
            "findings.json",
            () -> FindingsJson.write(identified)));
    return new TreeMap<>(files);
  }

  /** Returns the groups of the findings that were written. */
  List<FindingGroup> findingGroups() {
    return groups;
  }

  private void write(Map<String, Supplier<byte[]>> writers) {
    writers.entrySet().parallelStream().forEach(e -> files.put(e.getKey(), e.getValue().get()));
  }
}
