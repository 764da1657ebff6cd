package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Consumer;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.provider.PactVerifier;
import io.github.videotasks.contract.provider.ReplayTarget;
import io.github.videotasks.contract.provider.Verdict;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situation.Expects;
import io.github.videotasks.contract.replay.Situations;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A provider more is a page and an entry more, and no Java class: the whole chain runs on a copy of
 * the repository's data with a page of another shape added, from the page over the derived examples
 * and the contracts to the verdicts.
 */
class SixthProviderTest {

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
  void addAPage() throws IOException {
    Checkout checkout = Checkout.find();
    for (String part :
        List.of(
            "spec/pages",
            "spec/corrections",
            "spec/providers.yaml",
            "contract-tests/src/main/undocumented")) {
      copy(checkout.root().resolve(part), folder.resolve(part));
    }
    Files.writeString(folder.resolve("spec/providers.yaml"), ENTRY, StandardOpenOption.APPEND);
    try (InputStream page =
        getClass().getResourceAsStream("/io/github/videotasks/contract/sixth/example-kling.md")) {
      Files.copy(Objects.requireNonNull(page), folder.resolve("spec/pages/example-kling.md"));
    }
    StringWriter told = new StringWriter();
    int exit =
        SpecTool.run(
            new PrintWriter(told),
            new PrintWriter(told),
            "merge",
            "--pages",
            folder + "/spec/pages",
            "--providers",
            folder + "/spec/providers.yaml",
            "--corrections",
            folder + "/spec/corrections",
            "--out",
            folder + "/spec/canonical");
    assertThat(exit).as(told.toString()).isZero();
  }

  @Test
  void hasItsStatesContractsAndVerdictsFromDataAlone() throws IOException {
    Situations situations = Situations.read(new Checkout(folder));
    Provider sixth = situations.catalogue().provider("example-kling");

    for (ContractedClient client : Clients.all()) {
      List<Verdict> verdicts =
          verify(sixth, situations.of(sixth), write(client, sixth, situations.of(sixth)));

      assertThat(verdicts)
          .extracting(verdict -> verdict.state() + ": " + verdict.outcome().word())
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
  void itsContractNamesWhatTheExtensionReadsOfTheNewShape() throws IOException {
    Situations situations = Situations.read(new Checkout(folder));
    Provider sixth = situations.catalogue().provider("example-kling");

    try (CannedProvider trials = new CannedProvider()) {
      assertThat(ReadMembers.of(new ExtClient(), situations.of(sixth).get(1), trials).members())
          .contains("$.status", "$.progress", "$.video_url", "$.status_update_time")
          .doesNotContain("$.detail.stages[*].name");
    }
  }

  private Path write(ContractedClient client, Provider provider, List<Situation> rows) {
    List<Interaction> interactions = new ArrayList<>();
    try (CannedProvider trials = new CannedProvider()) {
      for (Situation row : rows) {
        ReadMembers read =
            row.expects() == Expects.ANSWER
                ? ReadMembers.of(client, row, trials)
                : ReadMembers.NONE;
        interactions.addAll(new Contract(client, provider, row).pact(read).getInteractions());
      }
    }
    Path file = folder.resolve(client.name() + ".json");
    V4Pact pact =
        new V4Pact(
            new Consumer(client.name()),
            new au.com.dius.pact.core.model.Provider(provider.id()),
            interactions);
    DefaultPactWriter.INSTANCE.writePact(file.toFile(), pact, PactSpecVersion.V4);
    return file;
  }

  private static List<Verdict> verify(Provider provider, List<Situation> rows, Path pact) {
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
