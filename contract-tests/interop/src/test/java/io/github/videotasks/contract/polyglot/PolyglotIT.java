package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import io.github.videotasks.contract.polyglot.DecodeCases.DecodeCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Stock clients against every case and the replay server: those that {@code -Dpolyglot} names, or
 * {@code all}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolyglotIT {
  private static final Path RECIPES = Path.of("src/polyglot");
  private static final Path OUTPUT = Path.of("target/polyglot");
  private static final String ACCEPT = "mvn verify -Ppolyglot -Dspec.accept -pl contract-tests -am";

  private final RepositoryLayout checkout = RepositoryLayout.find();
  private final Path table = checkout.spec().resolve("POLYGLOT.md");
  private final Map<String, ClientEvaluation> evaluations = new TreeMap<>();
  private Map<String, Recipe> recipes = Map.of();
  private String inputDigest = "";

  @BeforeAll
  void evaluateClients() throws Exception {
    Path contract = checkout.spec().resolve("canonical/openapi.yaml");
    List<DecodeCase> cases = DecodeCases.all(checkout.examples());
    inputDigest = InputDigest.compute(contract, cases);
    recipes = Recipe.all(RECIPES);
    StockClientBuilder workshop =
        new StockClientBuilder(
            RECIPES, OUTPUT, contract, OUTPUT.resolve("openapi-generator-cli.jar"));
    String asked = System.getProperty("polyglot", "kotlin");
    List<ReplayRequest> askings = ReplayRequest.startAll(checkout);
    try {
      ClientEvaluator measuring = new ClientEvaluator(workshop, cases, askings);
      for (Map.Entry<String, Recipe> each : recipes.entrySet()) {
        if (asked.equals("all") || List.of(asked.split(",")).contains(each.getKey())) {
          evaluations.put(each.getKey(), measuring.evaluate(each.getKey(), each.getValue()));
        }
      }
    } finally {
      askings.forEach(ReplayRequest::close);
    }
  }

  @AfterAll
  void printTable() throws IOException {
    System.out.println("Stock clients on this machine:\n" + new PolyglotTable(rows()).toMarkdown());
    List<String> earlier =
        PolyglotTable.parse(Files.readString(table)).outdatedClients(inputDigest);
    if (!earlier.isEmpty()) {
      System.out.println("Measured with an earlier contract: " + earlier + "; anew: " + ACCEPT);
    }
  }

  @Test
  void committedTableMatchesMeasurement() throws IOException {
    String committed = Files.readString(table);
    boolean anew = Boolean.getBoolean("spec.accept");
    String next =
        PolyglotTable.parse(committed).merge(unmeasuredRows(), rows(), anew).replaceIn(committed);
    if (anew) {
      Files.writeString(table, next);
    }
    assertThat(Files.readString(table))
        .as("spec/POLYGLOT.md is not what was measured. Read the difference; accept: %s", ACCEPT)
        .isEqualTo(next);
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

  /** An id that names another path is what the contract's pattern refuses, and clients may not. */
  @Test
  void everyRunnableClientSendsKnownRequestLines() throws IOException {
    Map<String, String> known = new TreeMap<>();
    Map<String, String> seen = new TreeMap<>();
    for (Map.Entry<String, ClientEvaluation> each : evaluations.entrySet()) {
      if (each.getValue().failure() == null && each.getValue().missingTool() == null) {
        Path committed = RECIPES.resolve(each.getKey()).resolve(RequestLineRecorder.FILE);
        String lines =
            Files.readString(OUTPUT.resolve(each.getKey()).resolve(RequestLineRecorder.FILE));
        if (Boolean.getBoolean("spec.accept")) {
          Files.writeString(committed, lines);
        }
        known.put(each.getKey(), Files.exists(committed) ? Files.readString(committed) : "");
        seen.put(each.getKey(), lines);
      }
    }
    assertThat(seen)
        .as("What clients ask for is not what is known; accept: %s", ACCEPT)
        .isEqualTo(known);
  }

  private List<PolyglotRow> rows() {
    List<PolyglotRow> rows = new ArrayList<>();
    evaluations.forEach(
        (name, each) ->
            rows.add(PolyglotRow.of(Objects.requireNonNull(recipes.get(name)), each, inputDigest)));
    return rows;
  }

  private List<PolyglotRow> unmeasuredRows() {
    ClientEvaluation not = ClientEvaluation.missingTool("nobody asked for it");
    return recipes.values().stream()
        .map(recipe -> PolyglotRow.of(recipe, not, inputDigest))
        .toList();
  }
}
