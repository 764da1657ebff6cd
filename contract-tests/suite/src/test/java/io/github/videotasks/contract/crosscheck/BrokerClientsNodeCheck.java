package io.github.videotasks.contract.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.cli.ContractVerifier;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.testkit.StubBroker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Pact's broker client in Rust judges the stub broker: it follows the same links, and both clients
 * send the same requests and read the same decisions.
 */
class BrokerClientsNodeCheck {

  private static final String EXT = "video-tasks-client-ext";
  private static final String PROVIDER = "chainhub-grok";
  private static final RepositoryLayout CHECKOUT = RepositoryLayout.find();

  private static RustPact rust;

  @BeforeAll
  static void install() throws Exception {
    rust = new RustPact(NodePackages.installOrSkip());
  }

  @Test
  void bothClientsTagAndRecordDeploymentAlike() throws Exception {
    try (StubBroker first = new StubBroker();
        StubBroker second = new StubBroker()) {
      broker(first, "create-version-tag", "--pacticipant", EXT, "--version", "c1", "--tag", "t1");
      broker(
          first,
          "record-deployment",
          "--pacticipant",
          EXT,
          "--version",
          "c1",
          "--environment",
          "production");
      ours(second, "tag", "--pacticipant", EXT, "--of", "c1", "--tag", "t1");
      ours(second, "deployed", "--pacticipant", EXT, "--of", "c1", "--environment", "production");

      assertThat(targets(first)).hasSize(2).isEqualTo(targets(second));
    }
  }

  /** Rust publishes, verifies the replay and records; both clients read the same decision. */
  @Test
  void bothClientsReadDecisionOnRecordedVerification() throws Exception {
    ContractCases cases = ContractCases.read(CHECKOUT);
    try (StubBroker broker = new StubBroker();
        ReplayServer replay =
            ReplayServer.start(cases.forProvider(cases.catalogue().provider(PROVIDER)))) {
      for (Path pact : PactFiles.forProvider(CHECKOUT, PROVIDER)) {
        broker(broker, "publish", pact.toString(), "--consumer-app-version", "c1");
      }
      assertThat(decisions(broker)).containsExactly(1, 1);
      recordVerification(broker, replay);

      assertThat(targets(broker))
          .filteredOn(target -> target.endsWith("/verification-results"))
          .hasSize(2);
      assertThat(decisions(broker)).containsExactly(0, 0);
    }
  }

  private static void recordVerification(StubBroker broker, ReplayServer replay) throws Exception {
    URI host = replay.baseUrl();
    RustPact.CommandResult run =
        rust.verifier(
            List.of(
                "--broker-url=" + broker.url(),
                "--token=" + StubBroker.TOKEN,
                "--provider-name=" + PROVIDER,
                "--hostname=" + host.getHost(),
                "--port=" + host.getPort(),
                "--state-change-url=" + replay.stateChangeUrl(),
                "--publish",
                "--provider-version=p1"));
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  /** Returns the exit codes of both clients: 0 if the version may be deployed, otherwise 1. */
  private static List<Integer> decisions(StubBroker broker) throws Exception {
    List<String> version = List.of("--pacticipant", EXT, "--to-environment", "production");
    List<String> rustArguments = new ArrayList<>(List.of("can-i-deploy", "--version", "c1"));
    rustArguments.addAll(version);
    rustArguments.addAll(credentials(broker));
    List<String> arguments = new ArrayList<>(List.of("can-i-deploy", "--of", "c1"));
    arguments.addAll(version);
    return List.of(
        rust.broker(rustArguments).exitCode(), run(broker, arguments.toArray(String[]::new)));
  }

  private static void broker(StubBroker broker, String... command) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(credentials(broker));
    RustPact.CommandResult run = rust.broker(arguments);
    assertThat(run.exitCode()).as(run.output()).isZero();
  }

  private static List<String> credentials(StubBroker broker) {
    return List.of("--broker-base-url=" + broker.url(), "--broker-token=" + StubBroker.TOKEN);
  }

  private static void ours(StubBroker broker, String... command) {
    assertThat(run(broker, command)).isZero();
  }

  private static int run(StubBroker broker, String... command) {
    List<String> arguments = new ArrayList<>(List.of("broker"));
    arguments.addAll(List.of(command));
    PrintWriter out = new PrintWriter(new StringWriter());
    return ContractVerifier.run(
        out,
        out,
        Map.of(
            "PACT_BROKER_BASE_URL", broker.url().toString(), "PACT_BROKER_TOKEN", StubBroker.TOKEN),
        arguments.toArray(String[]::new));
  }

  /** Returns method and path of the requests that changed something. */
  private static List<String> targets(StubBroker broker) {
    return broker.writeRequests().stream()
        .map(request -> request.split(" ", 3))
        .map(parts -> parts[0] + " " + parts[1])
        .toList();
  }
}
