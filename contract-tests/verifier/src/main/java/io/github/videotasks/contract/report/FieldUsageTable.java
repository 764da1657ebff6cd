package io.github.videotasks.contract.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.PactFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ledger of all members: who declares each and which examples show it, from {@code
 * evidence.tsv}; which clients read it, from the trials; whose contracts name it, from the pacts.
 * The evidence names members by schema, so the canonical spec is walked for their places.
 */
final class FieldUsageTable {

  private static final int FIELD = 0;
  private static final int DECLARED_BY = 4;
  private static final int SHOWN_BY = 5;

  private final Map<String, String[]> evidence;
  private final JsonNode schemas;
  private final Map<String, Set<String>> read;
  private final Map<String, Set<String>> named;
  private final List<FieldUsage> fields = new ArrayList<>();

  private FieldUsageTable(RepositoryLayout checkout, List<InteractionFieldReads> readings)
      throws IOException {
    Path canonical = checkout.spec().resolve("canonical");
    try (Stream<String> lines = Files.lines(canonical.resolve("evidence.tsv"))) {
      this.evidence =
          lines
              .map(line -> line.split("\t", -1))
              .collect(Collectors.toMap(cells -> cells[FIELD], cells -> cells));
    }
    this.schemas =
        new YAMLMapper()
            .readTree(canonical.resolve("openapi.yaml").toFile())
            .at("/components/schemas");
    this.read = new HashMap<>();
    readings.forEach(
        reading -> reading.fieldPaths().forEach(it -> addClient(read, it, reading.consumer())));
    this.named = named(checkout);
  }

  /** The members of a task's answer in the order of the canonical spec. */
  static List<FieldUsage> of(RepositoryLayout checkout, List<InteractionFieldReads> readings)
      throws IOException {
    FieldUsageTable ledger = new FieldUsageTable(checkout, readings);
    ledger.walk("VideoTask", "$");
    return List.copyOf(ledger.fields);
  }

  private void walk(String schema, String at) {
    schemas
        .path(schema)
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String member = at + "." + property.getKey();
              fields.add(fieldUsage(member, schema + "." + property.getKey()));
              walkReferenced(property.getValue(), member);
            });
  }

  /** To the members of a member: a reference, maybe in an allOf, or the items of a list. */
  private void walkReferenced(JsonNode schema, String at) {
    if (schema.has("items")) {
      walkReferenced(schema.get("items"), at + "[*]");
    }
    JsonNode reference = schema.has("$ref") ? schema : schema.path("allOf").path(0);
    String name = reference.path("$ref").asText().replace("#/components/schemas/", "");
    // A schema that holds itself would never end; none does, and the depth of an answer is small.
    if (!name.isEmpty() && at.length() < 200) {
      walk(name, at);
    }
  }

  private FieldUsage fieldUsage(String member, String name) {
    String[] known = evidence.getOrDefault(name, new String[SHOWN_BY + 1]);
    return new FieldUsage(
        member,
        split(known[DECLARED_BY]),
        split(known[SHOWN_BY]),
        clientsOf(read, member),
        clientsOf(named, member));
  }

  private static List<String> split(String cell) {
    return cell == null || cell.isBlank() ? List.of() : List.of(cell.split(", "));
  }

  /** Who knows the member or one below it. */
  private static List<String> clientsOf(Map<String, Set<String>> book, String member) {
    return book.entrySet().stream()
        .filter(
            entry ->
                entry.getKey().equals(member)
                    || entry.getKey().startsWith(member + ".")
                    || entry.getKey().startsWith(member + "["))
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
            .forEachRemaining(member -> addClient(named, member, consumer));
      }
    }
    return named;
  }

  private static void addClient(Map<String, Set<String>> book, String member, String consumer) {
    book.computeIfAbsent(member, any -> new TreeSet<>()).add(consumer);
  }
}
