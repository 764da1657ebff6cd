package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.cli.ContractVerifier;
import io.github.videotasks.contract.provider.PactVerifier;
import io.github.videotasks.contract.provider.ReplayTarget;
import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCase.Expectation;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.report.ContractReportBuilder;
import io.github.videotasks.contract.report.ProviderRows;
import io.github.videotasks.contract.report.Report;
import io.github.videotasks.contract.report.ReportInputs;
import io.github.videotasks.contract.testkit.StubProviderServer;
import io.github.videotasks.spec.cli.SpecTool;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that a page and an entry are enough to add a provider, without a Java class. The whole
 * chain runs on a copy of the repository's data with an additional page that has other fields: from
 * the page to the derived examples, the contracts and the verification outcomes.
 */
class AdditionalProviderTest {

  private static final String ENTRY =
      """
        - id: example-kling
          page: example-kling.md
          host: https://api.kling.example
          family: kling
          format: unified
      """;

  @TempDir private Path folder;

  @BeforeEach
  void addPage() throws IOException {
    RepositoryLayout checkout = RepositoryLayout.find();
    for (String part :
        List.of(
            "spec/pages",
            "spec/corrections",
            "spec/providers.yaml",
            "contract-tests/pacts",
            "contract-tests/verifier/src/main/undocumented")) {
      copy(checkout.root().resolve(part), folder.resolve(part));
    }
    try (InputStream page =
        getClass().getResourceAsStream("/io/github/videotasks/contract/sixth/example-kling.md")) {
      Files.copy(Objects.requireNonNull(page), folder.resolve("spec/pages/example-kling.md"));
    }
  }

  /** Derives the same files as a build with {@code -Dspec.accept}. */
  private RepositoryLayout derive(boolean withEntry) throws IOException {
    if (withEntry) {
      Files.writeString(folder.resolve("spec/providers.yaml"), ENTRY, StandardOpenOption.APPEND);
    }
    StringWriter output = new StringWriter();
    int exit =
        SpecTool.run(
            new PrintWriter(output),
            new PrintWriter(output),
            "merge",
            "--pages",
            folder + "/spec/pages",
            "--providers",
            folder + "/spec/providers.yaml",
            "--corrections",
            folder + "/spec/corrections",
            "--out",
            folder + "/spec/canonical");
    assertThat(exit).as(output.toString()).isZero();
    return new RepositoryLayout(folder);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isVerifiedFromDataAlone(boolean withEntry) throws IOException {
    ContractCases cases = ContractCases.read(derive(withEntry));
    ContractProvider kling = cases.catalogue().provider("example-kling");

    for (ConsumerClient client : ConsumerClients.all()) {
      List<VerificationOutcome> outcomes =
          verify(
              kling, cases.forProvider(kling), writePact(client, kling, cases.forProvider(kling)));

      assertThat(outcomes)
          .extracting(outcome -> outcome.state() + ": " + outcome.status().label())
          .containsExactlyInAnyOrder(
              "waiting: verified",
              "finished: verified",
              "failed: wiring only",
              "rate-limited: wiring only",
              "unauthorised: wiring only",
              "unknown-id: wiring only");
    }
  }

  @Test
  void readsFamilyAndHostFromProvidersEntry() throws IOException {
    assertThat(ContractCases.read(derive(false)).catalogue().provider("example-kling"))
        .extracting(ContractProvider::family, ContractProvider::format)
        .containsExactly("example-kling", "unified");
    assertThat(ContractCases.read(derive(true)).catalogue().provider("example-kling"))
        .extracting(ContractProvider::family, ContractProvider::host)
        .containsExactly("kling", "https://api.kling.example");
  }

  @Test
  void pactNamesFieldsReadByExtension() throws IOException {
    ContractCases cases = ContractCases.read(derive(true));
    ContractProvider kling = cases.catalogue().provider("example-kling");

    try (StubProviderServer probeServer = new StubProviderServer()) {
      assertThat(
              ConsumedFields.probe(
                      new ExtConsumerClient(), cases.forProvider(kling).get(1), probeServer)
                  .fieldPaths())
          .contains("$.status", "$.progress", "$.video_url", "$.status_update_time")
          .doesNotContain("$.detail.stages[*].name");
    }
  }

  @Test
  void isReportedAndVerifiedFromCommandLine() throws IOException {
    RepositoryLayout checkout = derive(true);
    ContractCases cases = ContractCases.read(checkout);
    ContractProvider kling = cases.catalogue().provider("example-kling");
    ConsumerClients.all().forEach(client -> writePact(client, kling, cases.forProvider(kling)));
    StringWriter output = new StringWriter();

    Report report =
        ContractReportBuilder.build(checkout, new ReportInputs(folder.resolve("parts")));
    try (ReplayServer host = ReplayServer.start(cases.forProvider(kling))) {
      PrintWriter out = new PrintWriter(output);
      String[] command = {
        "verify",
        "--provider",
        kling.id(),
        "--url",
        host.baseUrl().toString(),
        "--state-url",
        host.stateChangeUrl().toString(),
        "--pacts",
        checkout.pacts().toString()
      };
      assertThat(ContractVerifier.run(out, out, Map.of(), command)).isZero();
    }

    assertThat(output.toString()).contains("12 verified");
    assertThat(report.providers())
        .filteredOn(provider -> provider.id().equals("example-kling"))
        .flatExtracting(ProviderRows::rows)
        .hasSize(6)
        .allMatch(row -> row.cells().size() == 2)
        .extracting(row -> row.evidence().place())
        .startsWith("spec/pages/example-kling.md:32", "spec/pages/example-kling.md:42");
  }

  private Path writePact(
      ConsumerClient client, ContractProvider provider, List<ContractCase> rows) {
    List<Interaction> interactions = new ArrayList<>();
    try (StubProviderServer probeServer = new StubProviderServer()) {
      for (ContractCase row : rows) {
        ConsumedFields read =
            row.expectation() == Expectation.BODY
                ? ConsumedFields.probe(client, row, probeServer)
                : ConsumedFields.NONE;
        interactions.addAll(
            new ContractCasePact(client, provider, row).build(read).getInteractions());
      }
    }
    Path pacts = new RepositoryLayout(folder).pacts();
    Path file = pacts.resolve(client.name() + "-" + provider.id() + ".json");
    V4Pact pact =
        new V4Pact(
            new Consumer(client.name()),
            new au.com.dius.pact.core.model.Provider(provider.id()),
            interactions);
    DefaultPactWriter.INSTANCE.writePact(file.toFile(), pact, PactSpecVersion.V4);
    return file;
  }

  private static List<VerificationOutcome> verify(
      ContractProvider provider, List<ContractCase> rows, Path pact) {
    assertThat(provider.operations()).hasSize(1);
    try (ReplayServer replay = ReplayServer.start(rows)) {
      return new PactVerifier().verify(pact, new ReplayTarget(replay));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
