package io.github.videotasks.contract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pact files and reports with one value replaced: an exit code of the table and no stack trace. */
class MutatedInputTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long SEED = 20_261_125;
  private static final int MUTANTS = 60;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Random random = new Random(SEED);

  @TempDir private Path folder;

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Map<String, String> environment = Map.of("PACT_BROKER_BASE_URL", "http://127.0.0.1:1");
    return ContractVerifier.run(
        new PrintWriter(out, true), new PrintWriter(err, true), environment, args);
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode() && !node.isEmpty()) {
      containers.add(node);
    }
    node.forEach(child -> collect(child, containers));
  }

  /** Replaces one value at random; the same seed returns the same mutants. */
  private String mutant(JsonNode original) {
    JsonNode copy = original.deepCopy();
    List<JsonNode> containers = new ArrayList<>();
    collect(copy, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    List<JsonNode> values =
        List.of(
            nodes.nullNode(),
            nodes.numberNode(-1),
            nodes.textNode(""),
            nodes.textNode("([?"),
            nodes.booleanNode(true),
            nodes.arrayNode(),
            nodes.arrayNode().add(nodes.nullNode()),
            nodes.objectNode());
    JsonNode value = values.get(random.nextInt(values.size()));
    int index = random.nextInt(container.size());
    if (container instanceof ArrayNode array) {
      array.set(index, value);
    } else if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      object.set(names.get(index), value);
    }
    return copy.toString();
  }

  @Test
  void verifiesOrRejectsMutatedPact() throws IOException {
    Path pacts = Files.createDirectory(folder.resolve("pacts"));
    Path file =
        RepositoryLayout.find().pacts().resolve("video-tasks-client-ext-chainhub-grok.json");
    JsonNode original = JSON.readTree(file.toFile());
    try (StubProviderServer host = new StubProviderServer()) {
      URI url = host.respondWith(ProviderResponse.json(200, "{\"id\":\"a\"}"));
      for (int i = 0; i < MUTANTS; i++) {
        String mutant = mutant(original);
        Files.writeString(pacts.resolve("a.json"), mutant);
        int exit =
            run(
                "verify",
                "--provider",
                "chainhub-grok",
                "--url",
                url.toString(),
                "--pacts",
                pacts.toString(),
                "--task",
                "finished=t1");
        assertThat(exit).as("seed %d, %s%n%s", SEED, mutant, err).isIn(0, 1, 2, 3);
        assertThat(err.toString()).as(mutant).doesNotContain("\tat ");
      }
    }
  }

  @Test
  void rejectsDeeplyNestedPact() throws IOException {
    Files.writeString(folder.resolve("a.json"), "[".repeat(100_000) + "]".repeat(100_000));
    int exit =
        run(
            "verify",
            "--provider",
            "x",
            "--url",
            "https://h.example",
            "--pacts",
            folder.toString());
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).startsWith("expected a pact file, cannot parse ");
  }

  @Test
  void recordsOrRejectsMutatedReport() throws IOException {
    Path report = Files.createDirectory(folder.resolve("report"));
    try (StubProviderServer host = new StubProviderServer()) {
      URI url = host.respondWith(ProviderResponse.json(200, "{\"id\":\"a\"}"));
      run(
          "verify",
          "--provider",
          "chainhub-grok",
          "--url",
          url.toString(),
          "--report",
          report.toString(),
          "--task",
          "finished=t1");
    }
    Path index = report.resolve("index.json");
    JsonNode original = JSON.readTree(index.toFile());
    for (int i = 0; i < MUTANTS; i++) {
      String mutant = mutant(original);
      Files.writeString(index, mutant);
      int exit = run("broker", "record", "--of", "1", "--report", report.toString());
      assertThat(exit).as("seed %d, %s%n%s", SEED, mutant, err).isIn(0, 2, 3);
      assertThat(err.toString()).as(mutant).doesNotContain("\tat ");
    }
  }
}
