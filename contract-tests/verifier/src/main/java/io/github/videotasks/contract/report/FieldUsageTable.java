package io.github.videotasks.contract.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.report.EvidenceTableReader.EvidenceRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Builds the table of all fields of a task. The pages that declare a field and the examples that
 * show it are read from {@code evidence.tsv}, the clients that read it from the consumer tests, and
 * the clients whose contracts name it from the pacts. {@code evidence.tsv} names fields by schema,
 * so the canonical spec is walked to find their paths.
 */
final class FieldUsageTable {

  private final Map<String, EvidenceRow> evidence;
  private final JsonNode schemas;
  private final Map<String, Set<String>> read;
  private final Map<String, Set<String>> named;
  private final List<FieldUsage> fields = new ArrayList<>();

  private FieldUsageTable(RepositoryLayout checkout, List<InteractionFieldReads> fieldReads)
      throws IOException {
    Path canonical = checkout.spec().resolve("canonical");
    this.evidence = EvidenceTableReader.read(canonical.resolve("evidence.tsv"));
    this.schemas =
        new YAMLMapper()
            .readTree(canonical.resolve("openapi.yaml").toFile())
            .at("/components/schemas");
    this.read = new HashMap<>();
    fieldReads.forEach(
        client -> client.fieldPaths().forEach(path -> addClient(read, path, client.consumer())));
    this.named = named(checkout);
  }

  /** Returns the fields of a task in the order of the canonical spec. */
  static List<FieldUsage> of(RepositoryLayout checkout, List<InteractionFieldReads> fieldReads)
      throws IOException {
    FieldUsageTable table = new FieldUsageTable(checkout, fieldReads);
    table.walk("VideoTask", "$");
    return List.copyOf(table.fields);
  }

  private void walk(String schema, String at) {
    schemas
        .path(schema)
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String path = at + "." + property.getKey();
              fields.add(fieldUsage(path, schema + "." + property.getKey()));
              walkReferenced(property.getValue(), path);
            });
  }

  /** Walks the fields below a field: a reference, possibly in an allOf, or the items of a list. */
  private void walkReferenced(JsonNode schema, String at) {
    if (schema.has("items")) {
      walkReferenced(schema.get("items"), at + "[*]");
    }
    JsonNode reference = schema.has("$ref") ? schema : schema.path("allOf").path(0);
    String name = reference.path("$ref").asText().replace("#/components/schemas/", "");
    // The limit ends the walk of a schema that contains itself. No schema does today.
    if (!name.isEmpty() && at.length() < 200) {
      walk(name, at);
    }
  }

  private FieldUsage fieldUsage(String path, String name) {
    EvidenceRow known = evidence.getOrDefault(name, EvidenceRow.NONE);
    return new FieldUsage(
        path, known.declaredBy(), known.shownBy(), clientsOf(read, path), clientsOf(named, path));
  }

  /** Returns the clients of the field or of a field below it. */
  private static List<String> clientsOf(Map<String, Set<String>> clientsByPath, String path) {
    return clientsByPath.entrySet().stream()
        .filter(
            entry ->
                entry.getKey().equals(path)
                    || entry.getKey().startsWith(path + ".")
                    || entry.getKey().startsWith(path + "["))
        .flatMap(entry -> entry.getValue().stream())
        .map(consumer -> consumer.replace("video-tasks-client-", ""))
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<String, Set<String>> named(RepositoryLayout checkout) throws IOException {
    Map<String, Set<String>> named = new HashMap<>();
    for (Path file : PactFiles.list(checkout.pacts())) {
      JsonNode pact = new YAMLMapper().readTree(file.toFile());
      String consumer = pact.at("/consumer/name").asText();
      for (JsonNode interaction : pact.path("interactions")) {
        interaction
            .at("/response/matchingRules/body")
            .fieldNames()
            .forEachRemaining(path -> addClient(named, path, consumer));
      }
    }
    return named;
  }

  private static void addClient(
      Map<String, Set<String>> clientsByPath, String path, String consumer) {
    clientsByPath.computeIfAbsent(path, any -> new TreeSet<>()).add(consumer);
  }
}
