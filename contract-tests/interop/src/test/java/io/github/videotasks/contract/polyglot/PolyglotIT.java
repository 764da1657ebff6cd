package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import io.github.videotasks.contract.polyglot.DecodeCases.DecodeCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ReplayServers;
import io.github.videotasks.contract.testkit.WireCaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Evaluates stock clients with all cases and the replay server. {@code -Dpolyglot} selects the
 * clients by the names of their folders, or {@code all}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolyglotIT {
  private static final Path RECIPES = Path.of("src/polyglot");
  private static final Path OUTPUT = Path.of("target/polyglot");
  private static final String ACCEPT =
      "mvn verify -Ppolyglot -Dspec.accept -pl contract-tests/interop -am";

  private final RepositoryLayout checkout = RepositoryLayout.find();
  private final Path table = checkout.spec().resolve("POLYGLOT.md");
  private final Map<String, ClientEvaluation> evaluations = new TreeMap<>();
  private @Nullable WaiterMeasurement waiters;
  private Map<String, Recipe> recipes = Map.of();
  private String inputDigest = "";
  private String allInputsDigest = "";

  @BeforeAll
  void evaluateClients() throws Exception {
    Path contract = checkout.spec().resolve("canonical/openapi.yaml");
    List<DecodeCase> cases = new ArrayList<>(DecodeCases.all(checkout.examples()));
    inputDigest = InputDigest.compute(contract, cases);
    cases.addAll(DecodeCases.rejected());
    allInputsDigest = InputDigest.compute(contract, cases);
    recipes = Recipe.all(RECIPES);
    StockClientBuilder clientBuilder =
        new StockClientBuilder(
            RECIPES, OUTPUT, contract, OUTPUT.resolve("openapi-generator-cli.jar"));
    String selected = System.getProperty("polyglot", "kotlin");
    ContractCases contractCases = ContractCases.read(checkout);
    try (ReplayServers servers = ReplayServers.startAll(contractCases)) {
      ClientEvaluator evaluator =
          new ClientEvaluator(clientBuilder, cases, ReplayRequest.all(contractCases, servers));
      for (Map.Entry<String, Recipe> each : recipes.entrySet()) {
        if (selected.equals("all") || List.of(selected.split(",")).contains(each.getKey())) {
          evaluations.put(each.getKey(), evaluator.evaluate(each.getKey(), each.getValue()));
        }
      }
    }
    waiters = measureWaiters(clientBuilder);
  }

  private WaiterMeasurement measureWaiters(StockClientBuilder clientBuilder)
      throws IOException, InterruptedException {
    WaiterMeasurement measurement = WaiterMeasurement.ofLibrary();
    System.out.println("Random scripts of waits: -Dpolyglot.seed=" + measurement.seed());
    Path table = checkout.spec().resolve("canonical/status-values.json");
    for (Map.Entry<String, Recipe> each : recipes.entrySet()) {
      Recipe recipe = each.getValue();
      ClientEvaluation client = evaluations.get(each.getKey());
      if (recipe.waits().isEmpty()) {
        continue;
      }
      if (client == null || client.missingTool() != null || client.failure() != null) {
        measurement.addNotRun(recipe.language(), notRunReason(client));
      } else {
        CommandRunner commands = clientBuilder.commandsOf(each.getKey(), recipe);
        measurement.add(recipe.language(), new DriverWaiter(recipe, commands, table));
        measurement.addDeadline(
            recipe.language(), new DriverWaiter(recipe, commands, withoutTime(table, commands)));
      }
    }
    return measurement;
  }

  private static Path withoutTime(Path table, CommandRunner commands) throws IOException {
    return Files.writeString(
        commands.folder().resolve("without-time.json"),
        Files.readString(table).replace("\"PT30M\"", "\"PT0M\""));
  }

  private static String notRunReason(@Nullable ClientEvaluation client) {
    if (client == null) {
      return "not requested";
    }
    return Objects.requireNonNullElse(client.missingTool(), "the client does not compile");
  }

  @AfterAll
  void printTable() throws IOException {
    System.out.println("Stock clients on this machine:\n" + new PolyglotTable(rows()).toMarkdown());
    System.out.println(new TopicTable(topicRows(evaluations.keySet())).toMarkdown());
    List<String> outdated =
        PolyglotTable.parse(Files.readString(table)).outdatedClients(inputDigest);
    if (!outdated.isEmpty()) {
      System.out.println(
          "Measured with an earlier contract: " + outdated + "; measure again with: " + ACCEPT);
    }
  }

  @Test
  void committedTableMatchesMeasurement() throws IOException {
    String committed = Files.readString(table);
    boolean accept = Boolean.getBoolean("spec.accept");
    String next =
        PolyglotTable.parse(committed).merge(unmeasuredRows(), rows(), accept).replaceIn(committed);
    next = TopicTable.parse(next).merge(topicRows(recipes.keySet()), accept).replaceIn(next);
    next = WaiterTable.parse(next).merge(waiters().rows()).replaceIn(next);
    if (accept) {
      Files.writeString(table, next);
    }
    assertThat(Files.readString(table))
        .as(
            "spec/POLYGLOT.md differs from the measurement. Review the difference; accept with: %s",
            ACCEPT)
        .isEqualTo(next);
  }

  @Test
  void everyRunnableWaiterEndsAtPollOfLibrary() {
    assertThat(waiters().differences()).isEmpty();
  }

  private WaiterMeasurement waiters() {
    return Objects.requireNonNull(waiters);
  }

  @Test
  void everyRunnableClientDecodesEveryVendorExample() {
    Map<String, CaseCounts> fewer = new TreeMap<>();
    evaluations.forEach(
        (name, each) -> {
          CaseCounts examples = each.countsOf(CaseKind.EXAMPLE);
          if (each.missingTool() == null
              && (examples.cases() == 0 || examples.decoded() < examples.cases())) {
            fewer.put(name, examples);
          }
        });
    assertThat(fewer).isEmpty();
  }

  /** The contract's pattern rejects ids that change the path of a URL; clients may not check it. */
  @Test
  void everyRunnableClientSendsKnownRequestLines() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> actual = new TreeMap<>();
    for (Map.Entry<String, ClientEvaluation> each : evaluations.entrySet()) {
      if (each.getValue().failure() == null && each.getValue().missingTool() == null) {
        Path committed = RECIPES.resolve(each.getKey()).resolve(RequestLineRecorder.FILE);
        String lines =
            Files.readString(OUTPUT.resolve(each.getKey()).resolve(RequestLineRecorder.FILE));
        if (Boolean.getBoolean("spec.accept")) {
          Files.writeString(committed, lines);
        }
        expected.put(each.getKey(), Files.exists(committed) ? Files.readString(committed) : "");
        actual.put(each.getKey(), lines);
      }
    }
    assertThat(actual)
        .as("request lines differ from the committed ones; accept with: %s", ACCEPT)
        .isEqualTo(expected);
  }

  private List<PolyglotRow> rows() {
    List<PolyglotRow> rows = new ArrayList<>();
    evaluations.forEach(
        (name, each) ->
            rows.add(PolyglotRow.of(Objects.requireNonNull(recipes.get(name)), each, inputDigest)));
    return rows;
  }

  /** Returns the failed wire cases of clients by topic, also of those that were not requested. */
  private Map<String, Map<String, String>> topicRows(Collection<String> names) throws IOException {
    Set<String> topics = WireCaseFile.byTopic().keySet();
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (String name : names) {
      Recipe recipe = Objects.requireNonNull(recipes.get(name));
      ClientEvaluation measured =
          evaluations.getOrDefault(name, ClientEvaluation.missingTool("not requested"));
      rows.put(
          recipe.language() + ", " + recipe.generator(),
          TopicTable.row(measured, topics, allInputsDigest));
    }
    return rows;
  }

  private List<PolyglotRow> unmeasuredRows() {
    ClientEvaluation notRun = ClientEvaluation.missingTool("not requested");
    return recipes.values().stream()
        .map(recipe -> PolyglotRow.of(recipe, notRun, inputDigest))
        .toList();
  }
}
