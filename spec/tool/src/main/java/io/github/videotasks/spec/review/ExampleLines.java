package io.github.videotasks.spec.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.spec.diff.ContractReader;
import io.github.videotasks.spec.finding.SourceLocation;
import io.github.videotasks.spec.page.ProviderRegistry;
import io.github.videotasks.spec.write.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The content of {@code examples/index.json}: the pages, and the lines of their examples. */
final class ExampleLines {
  static final String FILE = "examples/index.json";

  private final Map<String, byte[]> files;
  private final Map<String, String> providersByPage = new TreeMap<>();
  private final Map<String, EvidenceEntry> byExample = new TreeMap<>();
  private final Map<String, String> operationsByExample = new TreeMap<>();
  private final Map<String, List<EvidenceEntry>> byOperation = new TreeMap<>();

  /**
   * Reads the index.
   *
   * @param files derived files; without the index, nothing is known
   */
  ExampleLines(Map<String, byte[]> files) {
    this.files = files;
    byte[] content = files.get(FILE);
    if (content == null) {
      return;
    }
    for (JsonNode provider : ContractReader.parseValue(content, FILE).path("providers")) {
      String id = provider.path("id").asText();
      String page = provider.path("page").asText();
      providersByPage.put(page, id);
      for (JsonNode operation : provider.path("operations")) {
        String name = operation.path("method").asText() + " " + operation.path("path").asText();
        byOperation
            .computeIfAbsent(name, n -> new ArrayList<>())
            .add(entry(id, page, operation, "operation", false));
        addExamples(id, page, name, operation.path("examples"));
        addExamples(id, page, name, operation.path("requests"));
      }
    }
  }

  private void addExamples(String provider, String page, String operation, JsonNode examples) {
    for (JsonNode example : examples) {
      String name = example.path("file").asText().replaceFirst("\\.json$", "");
      byExample.put(name, entry(provider, page, example, content(name), true));
      operationsByExample.put(name, operation);
    }
  }

  /** Identifies an example by its content: its number changes when another is inserted. */
  private String content(String name) {
    byte[] content = files.get("examples/" + name + ".json");
    return content == null ? name : Sha256.hex(content);
  }

  private static EvidenceEntry entry(
      String provider, String page, JsonNode node, String text, boolean example) {
    return new EvidenceEntry(
        provider, new SourceLocation(page, node.path("line").asInt()), text, example);
  }

  /** Returns the provider of a page; null when the index does not have the page. */
  @Nullable String providerOf(String page) {
    return providersByPage.get(page);
  }

  /** Returns whom a file is about; a page without operations has the provider of its name. */
  String ownerOf(String file) {
    String provider = providerOf(file);
    return provider == null ? ProviderRegistry.empty().ownerOf(file) : provider;
  }

  /** Returns the line of an example such as {@code acme/1}; null when it is unknown. */
  @Nullable EvidenceEntry example(String name) {
    return byExample.get(name);
  }

  /** Returns the operation of an example such as {@code acme/1}; null when it is unknown. */
  @Nullable String operationOf(String example) {
    return operationsByExample.get(example);
  }

  /** Returns the lines of operations such as {@code GET /v1/video/query}, one for each page. */
  Map<String, List<EvidenceEntry>> operations() {
    return byOperation;
  }
}
