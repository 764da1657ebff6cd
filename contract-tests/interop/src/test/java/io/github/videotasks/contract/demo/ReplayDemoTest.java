package io.github.videotasks.contract.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.Catalogue;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Output of the demo. */
class ReplayDemoTest {

  private static final RepositoryLayout LAYOUT = RepositoryLayout.find();
  private static final StringWriter OUTPUT = new StringWriter();

  @BeforeAll
  static void run() {
    ReplayDemo.run(LAYOUT, new PrintWriter(OUTPUT, true));
  }

  @Test
  void awaitsOneTaskPerProvider() {
    int providers = Catalogue.read(LAYOUT).providers().size();

    assertThat(lines()).filteredOn(line -> line.startsWith("  poll 3")).hasSize(providers);
    assertThat(lines())
        .filteredOn(line -> line.startsWith("  poll 3"))
        .allMatch(line -> line.contains("SUCCEEDED"));
    assertThat(lines())
        .filteredOn(line -> line.startsWith("  poll 1"))
        .allMatch(line -> line.contains("QUEUED"));
  }

  @Test
  void printsBorrowedExamples() {
    assertThat(lines())
        .filteredOn(line -> line.contains("borrowed"))
        .containsExactly(
            "  waiting as in   borrowed from jxincm-sora.md example 1 (same model family)",
            "  finished as in  borrowed from jxincm-sora.md example 2 (same model family)",
            "  finished as in  borrowed from chainhub-grok.md example 2 (same host)");
  }

  @Test
  void endsWithTheLinesOfTheReadme() throws IOException {
    String readme = Files.readString(LAYOUT.root().resolve("README.md"));

    assertThat(OUTPUT.toString().strip())
        .endsWith(readme.split("```text\n", 2)[1].split("\n```", 2)[0]);
  }

  @Test
  void printsNoUrlSignature() {
    assertThat(OUTPUT.toString()).contains("?…").doesNotContain("sig=");
  }

  @Test
  void reportsOperationWithoutFinishedExample() {
    ContractCases cases = ContractCases.read(LAYOUT);
    ContractProvider veo = cases.catalogue().provider("chainhub-veo");
    List<ContractCase> waitingOnly =
        cases.forProvider(veo).stream().filter(row -> row.state().equals("waiting")).toList();
    StringWriter output = new StringWriter();

    new DemoTask(veo, veo.operations().get(0), waitingOnly, URI.create("http://127.0.0.1"))
        .run(new PrintWriter(output, true));

    assertThat(output.toString().lines())
        .endsWith(
            "  waiting as in   chainhub-veo.md example 1",
            "  not followed: no page of this path shows a finished task");
  }

  @Test
  void linesFitIn100Columns() {
    assertThat(lines()).allMatch(line -> line.length() <= 100);
  }

  private static List<String> lines() {
    return OUTPUT.toString().lines().toList();
  }
}
