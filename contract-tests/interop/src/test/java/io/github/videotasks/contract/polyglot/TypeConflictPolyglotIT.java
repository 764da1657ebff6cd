package io.github.videotasks.contract.polyglot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.polyglot.DecodeCases.CaseKind;
import io.github.videotasks.contract.polyglot.DecodeCases.DecodeCase;
import io.github.videotasks.spec.Derivation;
import io.github.videotasks.spec.DerivationResult;
import io.github.videotasks.spec.SourcePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stock clients decode every form of a field on which pages disagree. The contract is that of the
 * five pages and of one odd page, which shows other types for four fields. {@code -Dpolyglot}
 * selects the clients. That of Kotlin is run with {@code all} only, because {@code spec/tool} has
 * the same test for it.
 */
@EnabledIfSystemProperty(named = "polyglot", matches = "all|.*,.*|(?!kotlin$).+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypeConflictPolyglotIT {
  private static final Path RECIPES = Path.of("src/polyglot");
  private static final Path GENERATOR = Path.of("target/polyglot/openapi-generator-cli.jar");

  /** Not that of PolyglotIT, which may run at the same time in another process. */
  private static final Path OUTPUT = Path.of("target/polyglot-conflicts");

  private static final List<DecodeCase> CASES =
      Stream.of(
              "'detail':{'url':'u','pending_info':{'width':352}}",
              "'detail':'queued'",
              "'progress':45",
              "'progress':'45%'",
              "'size':'1280x720'",
              "'size':{'width':1280,'height':720}",
              "'prompt':'a cat'",
              "'prompt':['a cat','a dog']")
          .map(property -> "{'id':'a','status':'p'," + property + "}")
          .map(json -> new DecodeCase(CaseKind.CONFORMING, "forms", json, json.replace('\'', '"')))
          .toList();
  private static final String ODD_PAGE =
      """
      openapi: 3.0.1
      info: {title: Odd, version: 1.0.0}
      paths:
        /v1/videos/{id}:
          get:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    example: {id: a, status: p, detail: queued, progress: 45%,
                      size: {width: 1280, height: 720}, prompt: [a cat]}
      """;

  private final RepositoryLayout checkout = RepositoryLayout.find();
  private final List<String> results = new ArrayList<>();
  private ClientEvaluator evaluator =
      new ClientEvaluator(
          new StockClientBuilder(RECIPES, OUTPUT, OUTPUT, OUTPUT), CASES, List.of());

  @BeforeAll
  void derive() throws IOException {
    Path spec = OUTPUT.resolve("type-conflict");
    for (String folder : List.of("pages", "corrections")) {
      Files.createDirectories(spec.resolve(folder));
      try (Stream<Path> files = Files.list(checkout.spec().resolve(folder))) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.write(spec.resolve(folder).resolve(file.getFileName()), Files.readAllBytes(file));
        }
      }
    }
    Files.writeString(spec.resolve("pages/odd.yaml"), ODD_PAGE);
    DerivationResult derived = Derivation.derive(SourcePaths.of(spec));
    byte[] contract = Objects.requireNonNull(derived.files().get("openapi.yaml"));
    assertThat(new String(contract, UTF_8).split("x-declared:", -1)).hasSize(5);
    Path file = Files.write(spec.resolve("openapi.yaml"), contract);
    evaluator =
        new ClientEvaluator(
            new StockClientBuilder(RECIPES, OUTPUT, file, GENERATOR), CASES, List.of());
  }

  static Stream<String> clients() throws IOException {
    List<String> selected = List.of(System.getProperty("polyglot", "").split(",", -1));
    return Recipe.all(RECIPES).keySet().stream()
        .filter(
            name ->
                selected.contains("all") || (selected.contains(name) && !name.equals("kotlin")));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void decodesEveryForm(String name) throws Exception {
    Map<String, Recipe> recipes = Recipe.all(RECIPES);
    ClientEvaluation evaluation =
        evaluator.evaluate(name, Objects.requireNonNull(recipes.get(name)));
    CaseCounts counts = evaluation.countsOf(CaseKind.CONFORMING);
    results.add(name + ": " + Objects.requireNonNullElse(evaluation.missingTool(), counts));
    if (evaluation.missingTool() == null) {
      assertThat(evaluation.failure()).isNull();
      assertThat(counts.decoded()).as("decoded").isEqualTo(CASES.size());
      assertThat(counts.lost()).as("lost properties").isZero();
    }
  }

  @AfterAll
  void printResults() {
    System.out.println("Fields on which pages disagree:\n" + String.join("\n", results));
  }
}
