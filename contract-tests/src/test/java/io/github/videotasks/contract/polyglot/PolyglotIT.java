package io.github.videotasks.contract.polyglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.polyglot.Cases.Case;
import io.github.videotasks.contract.polyglot.Cases.Kind;
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
  private static final Path MADE = Path.of("target/polyglot");
  private static final String ACCEPT = "mvn verify -Ppolyglot -Dspec.accept -pl contract-tests -am";

  private final Checkout checkout = Checkout.find();
  private final Path table = checkout.spec().resolve("POLYGLOT.md");
  private final Map<String, Measured> measured = new TreeMap<>();
  private Map<String, Recipe> recipes = Map.of();
  private String inputs = "";

  @BeforeAll
  void measure() throws Exception {
    Path contract = checkout.spec().resolve("canonical/openapi.yaml");
    List<Case> cases = Cases.all(checkout.examples());
    inputs = Inputs.digest(contract, cases);
    recipes = Recipe.all(RECIPES);
    Workshop workshop =
        new Workshop(RECIPES, MADE, contract, MADE.resolve("openapi-generator-cli.jar"));
    String asked = System.getProperty("polyglot", "kotlin");
    List<Asking> askings = Asking.start(checkout);
    try {
      Measuring measuring = new Measuring(workshop, cases, askings);
      for (Map.Entry<String, Recipe> each : recipes.entrySet()) {
        if (asked.equals("all") || List.of(asked.split(",")).contains(each.getKey())) {
          measured.put(each.getKey(), measuring.of(each.getKey(), each.getValue()));
        }
      }
    } finally {
      askings.forEach(Asking::close);
    }
  }

  @AfterAll
  void say() throws IOException {
    System.out.println("Stock clients on this machine:\n" + new PolyglotTable(rows()).text());
    List<String> earlier = PolyglotTable.parse(Files.readString(table)).earlier(inputs);
    if (!earlier.isEmpty()) {
      System.out.println("Measured with an earlier contract: " + earlier + "; anew: " + ACCEPT);
    }
  }

  @Test
  void theTableIsWhatStockClientsMakeOfTheContract() throws IOException {
    String committed = Files.readString(table);
    boolean anew = Boolean.getBoolean("spec.accept");
    String next = PolyglotTable.parse(committed).after(known(), rows(), anew).in(committed);
    if (anew) {
      Files.writeString(table, next);
    }
    assertThat(Files.readString(table))
        .as("spec/POLYGLOT.md is not what was measured. Read the difference; accept: %s", ACCEPT)
        .isEqualTo(next);
  }

  @Test
  void everyClientThatRunsDecodesEveryExampleOfTheVendors() {
    Map<String, Tally> fewer = new TreeMap<>();
    measured.forEach(
        (name, each) -> {
          Tally examples = each.tally(Kind.EXAMPLE);
          if (each.missing() == null
              && (examples.cases() == 0 || examples.decoded() < examples.cases())) {
            fewer.put(name, examples);
          }
        });
    assertThat(fewer).isEmpty();
  }

  /** An id that names another path is what the contract's pattern refuses, and clients may not. */
  @Test
  void everyClientThatRunsAsksForTheAddressesThatAreKnown() throws IOException {
    Map<String, String> known = new TreeMap<>();
    Map<String, String> seen = new TreeMap<>();
    for (Map.Entry<String, Measured> each : measured.entrySet()) {
      if (each.getValue().broken() == null && each.getValue().missing() == null) {
        Path committed = RECIPES.resolve(each.getKey()).resolve(RequestLines.FILE);
        String lines = Files.readString(MADE.resolve(each.getKey()).resolve(RequestLines.FILE));
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

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    measured.forEach(
        (name, each) -> rows.add(Row.of(Objects.requireNonNull(recipes.get(name)), each, inputs)));
    return rows;
  }

  private List<Row> known() {
    Measured not = Measured.missing("nobody asked for it");
    return recipes.values().stream().map(recipe -> Row.of(recipe, not, inputs)).toList();
  }
}
