package io.github.videotasks.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.testkit.HostReport;
import io.github.videotasks.contract.testkit.JavaProcess;
import io.github.videotasks.contract.testkit.StubBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the broker commands of the jar in a folder outside the checkout. Pact's client needs classes
 * for templated links that a test on the class path always has.
 */
class BrokerCommandsIT {

  private static final String EXT = "video-tasks-client-ext";
  private static final String PROVIDER = "chainhub-veo";

  @TempDir private Path folder;
  private final StubBroker broker;

  BrokerCommandsIT() throws IOException {
    broker = new StubBroker();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void publishesAndRecordsAndDecides() throws Exception {
    String pacts = RepositoryLayout.find().pacts().toString();
    assertThat(run("publish", "--of", "c1", "--branch", "main", "--tag", "t1", "--pacts", pacts))
        .startsWith("0 published ");
    writeReport(Status.VERIFIED);
    assertThat(run("record", "--of", "p1", "--branch", "main", "--tag", "t1", "--report", "report"))
        .isEqualTo("0 recorded " + EXT + ", " + PROVIDER + ": true\n");

    assertThat(canIDeploy()).startsWith("0 yes: ");
    writeReport(Status.FAILED);
    assertThat(run("record", "--of", "p2", "--report", "report")).startsWith("0 recorded");
    assertThat(canIDeploy()).startsWith("1 no: ");
  }

  @Test
  void tagsAndRecordsDeployment() throws Exception {
    assertThat(run("tag", "--pacticipant", EXT, "--of", "c1", "--tag", "prod"))
        .isEqualTo("0 tagged\n");
    assertThat(run("deployed", "--pacticipant", EXT, "--of", "c1", "--environment", "production"))
        .isEqualTo("0 recorded\n");

    assertThat(broker.writeRequests())
        .satisfiesExactly(
            tag ->
                assertThat(tag).startsWith("PUT /pacticipants/" + EXT + "/versions/c1/tags/prod"),
            deployment -> assertThat(deployment).contains("/versions/c1/deployed-versions/"));
  }

  private String canIDeploy() throws Exception {
    return run(
        "can-i-deploy", "--pacticipant", EXT, "--of", "c1", "--to-environment", "production");
  }

  private void writeReport(Status status) throws IOException {
    HostReport.write(folder.resolve("report"), EXT, PROVIDER, status);
  }

  /** Returns the exit code and the output. */
  private String run(String... command) throws Exception {
    String jar = Path.of("target/contract-verifier.jar").toAbsolutePath().toString();
    List<String> arguments = new ArrayList<>(List.of("-jar", jar, "broker"));
    arguments.addAll(List.of(command));
    Map<String, String> environment =
        Map.of(
            "PACT_BROKER_BASE_URL", broker.url().toString(), "PACT_BROKER_TOKEN", StubBroker.TOKEN);
    JavaProcess process = JavaProcess.run(folder, environment, arguments);
    return process.exitCode() + " " + process.output();
  }
}
