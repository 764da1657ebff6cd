package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.merge.SourceContent;
import io.github.videotasks.spec.merge.SourceOperation;
import io.github.videotasks.spec.page.Provider;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.JsonNodes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code examples/index.json}: the examples by provider and operation, each with its line in
 * the page. Clients in any language can replay the pages with it.
 */
public final class ExampleIndex {
  private final JsonNode canonical;
  private final Map<String, ObjectNode> providers = new TreeMap<>();

  /**
   * Creates an empty index.
   *
   * @param canonical the canonical contract, which has the operation ids
   */
  public ExampleIndex(JsonNode canonical) {
    this.canonical = canonical;
  }

  /**
   * {@return the content of the file for all operations}
   *
   * @param operations all operations of the contract
   */
  public byte[] write(List<MergedOperation> operations) {
    for (MergedOperation operation : operations) {
      for (SourceOperation source : operation.sources()) {
        providerEntry(source)
            .withArrayProperty("operations")
            .add(operationEntry(operation, source));
      }
    }
    ObjectNode index = JsonNodes.object();
    ArrayNode all = index.putArray("providers");
    providers.values().forEach(all::add);
    return JsonNodes.pretty(index);
  }

  private ObjectNode providerEntry(SourceOperation source) {
    SpecDocument document = source.document();
    Provider provider = document.provider();
    return providers.computeIfAbsent(
        provider.id(),
        id -> {
          ObjectNode entry = JsonNodes.object();
          entry.put("id", id);
          entry.put("page", document.file());
          entry.put("host", source.providerHost());
          entry.put("family", provider.modelFamily());
          entry.put("format", provider.wireFormat());
          return entry;
        });
  }

  private ObjectNode operationEntry(MergedOperation merged, SourceOperation source) {
    ObjectNode entry = JsonNodes.object();
    JsonNode written =
        canonical.path("paths").path(merged.path()).path(merged.method().toLowerCase(Locale.ROOT));
    entry.put("operationId", written.path("operationId").asText(merged.derivedId()));
    entry.put("method", merged.method());
    entry.put("path", merged.path());
    entry.put("line", source.location().line());
    String id = source.exampleTaskId();
    entry.put("requestId", id.isEmpty() ? null : id);
    ArrayNode examples = entry.putArray("examples");
    source
        .responseContents()
        .forEach(
            response ->
                response.examples().stream()
                    .filter(e -> !e.isObserved())
                    .forEach(e -> examples.add(exampleEntry(e, response))));
    addObserved(source, entry);
    if (source.requestContents().stream().anyMatch(sent -> !sent.examples().isEmpty())) {
      ArrayNode requests = entry.putArray("requests");
      source
          .requestContents()
          .forEach(sent -> sent.examples().forEach(e -> requests.add(exampleEntry(e, sent))));
    }
    return entry;
  }

  /** Apart from the pages' examples: clients that replay what is documented skip them. */
  private static void addObserved(SourceOperation source, ObjectNode operation) {
    for (SourceContent content : source.responseContents()) {
      content.examples().stream()
          .filter(Example::isObserved)
          .forEach(e -> operation.withArrayProperty("observed").add(exampleEntry(e, content)));
    }
  }

  private static ObjectNode exampleEntry(Example example, SourceContent content) {
    ObjectNode entry = JsonNodes.object();
    entry.put("n", example.number());
    entry.put("file", example.id() + ".json");
    entry.put("line", example.line());
    entry.put("name", example.name());
    if (!example.summary().isEmpty()) {
      entry.put("summary", example.summary());
    }
    if (!example.isRequest()) {
      entry.put("code", content.status());
    }
    entry.put("media", content.mediaType());
    entry.put("status", textOrNull(example.value().path("status")));
    return entry;
  }

  private static @Nullable String textOrNull(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }
}
