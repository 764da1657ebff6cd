package io.github.videotasks.spec.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.spec.evidence.Example;
import io.github.videotasks.spec.merge.Answer;
import io.github.videotasks.spec.merge.MergedOperation;
import io.github.videotasks.spec.merge.SourceOperation;
import io.github.videotasks.spec.page.Provider;
import io.github.videotasks.spec.page.SpecDocument;
import io.github.videotasks.spec.tree.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code examples/index.json}: provider, operation, example, each with its place in the
 * page. Any language can replay the pages with it.
 */
public final class ExampleIndex {
  private final JsonNode canonical;
  private final Map<String, ObjectNode> providers = new TreeMap<>();

  /**
   * Prepares an index.
   *
   * @param canonical the canonical contract, which names the operations
   */
  public ExampleIndex(JsonNode canonical) {
    this.canonical = canonical;
  }

  /** Gives the index of all operations. */
  public byte[] write(List<MergedOperation> operations) {
    for (MergedOperation operation : operations) {
      for (SourceOperation source : operation.sources()) {
        provider(source.document()).withArrayProperty("operations").add(entry(operation, source));
      }
    }
    ObjectNode index = Json.object();
    ArrayNode all = index.putArray("providers");
    providers.values().forEach(all::add);
    return Json.pretty(index);
  }

  private ObjectNode provider(SpecDocument document) {
    Provider provider = document.provider();
    return providers.computeIfAbsent(
        provider.id(),
        id -> {
          ObjectNode entry = Json.object();
          entry.put("id", id);
          entry.put("page", document.file());
          String host = provider.host();
          entry.put(
              "host",
              host != null ? host : text(document.root().path("servers").path(0).path("url")));
          entry.put("family", provider.family());
          entry.put("format", provider.format());
          return entry;
        });
  }

  private ObjectNode entry(MergedOperation merged, SourceOperation source) {
    ObjectNode entry = Json.object();
    JsonNode written =
        canonical.path("paths").path(merged.path()).path(merged.method().toLowerCase(Locale.ROOT));
    entry.put("operationId", written.path("operationId").asText(merged.derivedId()));
    entry.put("method", merged.method());
    entry.put("path", merged.path());
    String id = source.idExample();
    entry.put("requestId", id.isEmpty() ? null : id);
    ArrayNode examples = entry.putArray("examples");
    source
        .answers()
        .forEach(answer -> answer.examples().forEach(e -> examples.add(example(e, answer))));
    if (source.sent().stream().anyMatch(sent -> !sent.examples().isEmpty())) {
      ArrayNode requests = entry.putArray("requests");
      source.sent().forEach(sent -> sent.examples().forEach(e -> requests.add(example(e, sent))));
    }
    return entry;
  }

  private static ObjectNode example(Example example, Answer content) {
    ObjectNode entry = Json.object();
    entry.put("n", example.n());
    entry.put("file", example.id() + ".json");
    entry.put("line", example.line());
    entry.put("name", example.name());
    if (!example.summary().isEmpty()) {
      entry.put("summary", example.summary());
    }
    if (!example.request()) {
      entry.put("code", content.status());
    }
    entry.put("media", content.media());
    entry.put("status", text(example.value().path("status")));
    return entry;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }
}
