package io.github.videotasks.contract.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ExampleRef;
import io.github.videotasks.contract.replay.ResponseOrigin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Counts how much of the canonical spec and of the vendors' pages the committed contracts cover. It
 * reads the pact files, independently of the code that wrote them. An example is covered when a
 * pact contains the text of an origin that refers to it, see {@link ResponseOrigin#label()}.
 */
final class CoverageCounter {

  private static final int FIRST_ERROR_STATUS = 400;

  private final RepositoryLayout layout;
  private final ContractCases cases;
  private final Set<String> operations = new TreeSet<>();
  private final Set<String> statuses = new TreeSet<>();
  private final Map<String, ExampleRef> refsByLabel = new HashMap<>();
  private final Set<ExampleRef> coveredExamples = new HashSet<>();
  private final Set<String> statusValues = new TreeSet<>();

  private CoverageCounter(RepositoryLayout checkout, ContractCases cases) throws IOException {
    this.layout = checkout;
    this.cases = cases;
    for (ContractProvider provider : cases.catalogue().providers()) {
      for (ContractCase row : cases.forProvider(provider)) {
        row.origin().exampleRef().ifPresent(ref -> refsByLabel.put(row.origin().label(), ref));
      }
    }
    for (Path file : PactFiles.list(checkout.pacts())) {
      new JsonMapper().readTree(file.toFile()).path("interactions").forEach(this::count);
    }
  }

  static List<Coverage> of(RepositoryLayout checkout, ContractCases cases) throws IOException {
    CoverageCounter counter = new CoverageCounter(checkout, cases);
    return List.of(
        coverage(
            "operations of the canonical spec", counter.declaredOperations(), counter.operations),
        coverage(
            "HTTP statuses that the canonical spec declares",
            counter.declaredStatuses(),
            counter.statuses),
        coverage(
            "examples of the pages",
            counter.examples().stream().map(ExampleRef::label).toList(),
            counter.coveredExamples.stream().map(ExampleRef::label).toList()),
        coverage(
            "status values that the pages show",
            counter.shownStatusValues(),
            counter.statusValues));
  }

  private static Coverage coverage(
      String what, Collection<String> all, Collection<String> reached) {
    return new Coverage(
        what,
        all.stream().filter(reached::contains).toList(),
        all.stream().filter(it -> !reached.contains(it)).toList());
  }

  private void count(JsonNode interaction) {
    JsonNode references = interaction.at("/comments/references");
    String operation = references.at("/openapi/operationId").asText();
    operations.add(operation);
    int status = interaction.at("/response/status").asInt();
    statuses.add(operation + " " + status);
    if (status >= FIRST_ERROR_STATUS) {
      // The contract declares no single error status, but a response for all of them.
      statuses.add(operation + " default");
    }
    // A pact contains the origin as text. A borrowed example counts as the example of its page.
    ExampleRef example = refsByLabel.get(references.at("/vendor/shown").asText());
    if (example != null) {
      coveredExamples.add(example);
    }
    statusValues.add(interaction.at("/response/body/content/status").asText());
  }

  private Set<String> declaredOperations() throws IOException {
    return operationNodes().stream()
        .map(node -> node.path("operationId").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> declaredStatuses() throws IOException {
    Set<String> declared = new TreeSet<>();
    for (JsonNode node : operationNodes()) {
      node.path("responses")
          .fieldNames()
          .forEachRemaining(it -> declared.add(node.path("operationId").asText() + " " + it));
    }
    return declared;
  }

  private List<JsonNode> operationNodes() throws IOException {
    JsonNode paths =
        new YAMLMapper()
            .readTree(layout.spec().resolve("canonical/openapi.yaml").toFile())
            .path("paths");
    return StreamSupport.stream(paths.spliterator(), false)
        .flatMap(path -> StreamSupport.stream(path.spliterator(), false))
        .filter(node -> node.has("operationId"))
        .toList();
  }

  private List<ExampleRef> examples() {
    return cases.catalogue().providers().stream()
        .flatMap(
            provider ->
                provider.operations().stream()
                    .flatMap(operation -> operation.examples().stream())
                    .map(provider::exampleRef))
        .toList();
  }

  private Set<String> shownStatusValues() {
    return cases.catalogue().providers().stream()
        .flatMap(provider -> provider.operations().stream())
        .flatMap(operation -> operation.examples().stream())
        .map(example -> example.status())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
