package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.TestPages;
import io.github.videotasks.spec.tree.JsonNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pages and the result of merging them.
 *
 * @param pages the pages with the second parser's models
 * @param derived the derived files and findings
 */
record MergedPages(List<PageModel> pages, DerivationResult derived) {
  /** Merges documents, each as a page of its own, in JSON and in YAML by turns. */
  static MergedPages of(Path folder, List<ObjectNode> documents) throws IOException {
    TestPages target = TestPages.in(folder);
    try (Stream<Path> old = Files.list(folder.resolve("pages"))) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    List<PageModel> pages = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      boolean yaml = (documents.get(i).hashCode() + i) % 2 == 0;
      PageText text = yaml ? PageText.yaml(documents.get(i)) : PageText.json(documents.get(i));
      String name = "pages/p" + i + (yaml ? ".yaml" : ".json");
      target.addFile(name, text.text());
      pages.add(PageModel.of(name, documents.get(i), text));
    }
    return new MergedPages(pages, target.derive());
  }

  /** Compares the pages with the derived contract. */
  ContractComparison compare() throws IOException {
    return compare(TestPages.text(derived, "openapi.yaml"));
  }

  /** Compares the pages with a contract. */
  ContractComparison compare(String contract) throws IOException {
    KeptExamples examples = new KeptExamples();
    for (String file : derived.files().keySet()) {
      if (file.matches("examples/.*/\\d+\\.json")) {
        examples.add(TestPages.json(derived, file));
      }
    }
    ObjectNode model = contract.isEmpty() ? JsonNodes.object() : OpenApiModelTree.read(contract);
    collectExamples(model, examples);
    return ContractComparison.of(pages, refusedPages(), model, examples);
  }

  /** Returns the pages that were refused as a whole: no operation names their provider. */
  private Set<String> refusedPages() {
    Set<String> kept =
        derived.operations().stream()
            .flatMap(operation -> operation.providers().stream())
            .collect(Collectors.toSet());
    return derived.pages().stream()
        .filter(page -> !kept.contains(page.provider()))
        .map(DerivationResult.PageSummary::file)
        .collect(Collectors.toSet());
  }

  private static void collectExamples(JsonNode node, KeptExamples examples) {
    if (node.has("example")) {
      examples.add(node.get("example"));
    }
    for (JsonNode named : node.path("examples")) {
      examples.add(named.path("value"));
    }
    node.forEach(child -> collectExamples(child, examples));
  }
}
