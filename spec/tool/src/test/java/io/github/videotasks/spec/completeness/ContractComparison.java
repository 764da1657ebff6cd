package io.github.videotasks.spec.completeness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares pages with the contract that was made of them: two models of swagger-parser, so that no
 * class of the tool decides what a page says.
 */
final class ContractComparison {
  /** The methods of OpenAPI, as keys of a path. */
  static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final List<PageModel> pages;
  private final Set<String> refused;
  private final JsonNode contract;
  private final KeptExamples examples;
  private final DifferenceList out = new DifferenceList();
  private int operations;
  private int lostOperations;

  private ContractComparison(
      List<PageModel> pages, Set<String> refused, JsonNode contract, KeptExamples examples) {
    this.pages = pages;
    this.refused = refused;
    this.contract = contract;
    this.examples = examples;
  }

  /** Returns the comparison of pages with a contract, completed. */
  static ContractComparison of(
      List<PageModel> pages, Set<String> refused, JsonNode contract, KeptExamples examples) {
    ContractComparison comparison = new ContractComparison(pages, refused, contract, examples);
    comparison.run();
    return comparison;
  }

  List<ContractDifference> differences() {
    return out.all();
  }

  int operations() {
    return operations;
  }

  int lostOperations() {
    return lostOperations;
  }

  private void run() {
    Map<WrittenOperation, List<DeclaredOperationPlace>> declarations = new LinkedHashMap<>();
    for (PageModel page : pages) {
      List<DeclaredOperationPlace> ofPage = DeclaredOperationPlace.of(page);
      operations += ofPage.size();
      if (refused.contains(page.name())) {
        lostOperations += ofPage.size();
        out.add(
            "page lost",
            "paths",
            page.root().keyword("paths"),
            page.root().node().path("info"),
            contract.path("paths"));
        continue;
      }
      for (DeclaredOperationPlace declared : ofPage) {
        WrittenOperation written = WrittenOperation.find(contract, declared);
        if (written == null) {
          lostOperations++;
          out.add(
              "operation lost",
              declared.method(),
              declared.place(),
              declared.place().node(),
              contract.path("paths"));
        } else {
          declarations.computeIfAbsent(written, w -> new ArrayList<>()).add(declared);
        }
      }
      compareDocument(page);
    }
    OperationComparison comparison = new OperationComparison(contract, examples, out);
    declarations.forEach((written, declared) -> comparison.compare(declared, written));
  }

  /** Compares what is in a document beside its operations. */
  private void compareDocument(PageModel page) {
    for (ModelPlace keyword : page.root().properties()) {
      switch (keyword.name()) {
        // Compared through the operations that use them.
        case "openapi", "paths", "components", "servers", "security", "jsonSchemaDialect" -> {}
        case "info" -> compareInfo(keyword);
        default -> compareKeyword("document", keyword, contract.path(keyword.name()));
      }
    }
  }

  private void compareInfo(ModelPlace info) {
    for (ModelPlace keyword : info.properties()) {
      compareKeyword("info", keyword, contract.path("info").path(keyword.name()));
    }
  }

  private void compareKeyword(String kind, ModelPlace keyword, JsonNode written) {
    if (ModelPlace.hasMeaning(keyword.node()) && !written.equals(keyword.node())) {
      String change = written.isMissingNode() ? " lost" : " changed";
      out.add(
          kind + "." + keyword.name() + change, keyword.name(), keyword, keyword.node(), written);
    }
  }
}
