package io.github.videotasks.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.cli.ContractVerifier;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.testkit.HostReport;
import io.github.videotasks.contract.testkit.StubBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerCommandsTest {

  private static final String EXT = "video-tasks-client-ext";

  private final StringWriter output = new StringWriter();
  @TempDir private Path folder;
  private final StubBroker broker;

  BrokerCommandsTest() throws IOException {
    broker = new StubBroker();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void publishesEveryPactWithVersionBranchAndTags() {
    String pacts = RepositoryLayout.find().pacts().toString();

    assertThat(run("publish", "--of", "abc1", "--branch", "main", "--tag", "t1", "--pacts", pacts))
        .as(output.toString())
        .isZero();

    assertThat(broker.writeRequests())
        .filteredOn(it -> it.startsWith("POST /contracts/publish"))
        .hasSize(10)
        .allMatch(it -> it.contains("abc1") && it.contains("main") && it.contains("t1"));
  }

  @Test
  void recordsSuccessAndAllowsDeployment() throws IOException {
    writeReport(Status.VERIFIED, Status.SKIPPED);
    assertThat(
            run(
                "record",
                "--of",
                "p7",
                "--branch",
                "main",
                "--tag",
                "t1",
                "--report",
                folder.toString()))
        .as(output.toString())
        .isZero();

    assertThat(broker.writeRequests())
        .satisfiesExactly(
            it ->
                assertThat(it)
                    .startsWith("PUT /pacticipants/chainhub-veo/branches/main/versions/p7"),
            it -> assertThat(it).startsWith("PUT /pacticipants/chainhub-veo/versions/p7/tags/t1"),
            it ->
                assertThat(it)
                    .startsWith("POST /pacts/provider/chainhub-veo/consumer/" + EXT + "/latest/")
                    .contains("/verification-results", "\"success\":true", "p7"));
    assertThat(
            run(
                "can-i-deploy",
                "--pacticipant",
                EXT,
                "--of",
                "abc1",
                "--to-environment",
                "production"))
        .isZero();
    assertThat(output.toString()).contains("yes: ");
  }

  @Test
  void recordsFailureAndDeniesDeployment() throws IOException {
    writeReport(Status.VERIFIED, Status.FAILED);
    assertThat(run("record", "--of", "p7", "--report", folder.toString())).isZero();

    assertThat(run("can-i-deploy", "--pacticipant", EXT, "--of", "abc1", "--to-tag", "prod"))
        .isEqualTo(1);
    assertThat(output.toString()).contains("no: ");
  }

  @Test
  void doesNotRecordUntestedContract() throws IOException {
    writeReport(Status.SKIPPED);

    assertThat(run("record", "--of", "p7", "--report", folder.toString())).isZero();

    assertThat(broker.writeRequests()).isEmpty();
  }

  @Test
  void tagsVersionAndRecordsDeployment() {
    assertThat(run("tag", "--pacticipant", EXT, "--of", "abc1", "--tag", "prod")).isZero();
    assertThat(run("deployed", "--pacticipant", EXT, "--of", "abc1", "--environment", "production"))
        .as(output.toString())
        .isZero();

    assertThat(broker.writeRequests())
        .satisfiesExactly(
            it ->
                assertThat(it).startsWith("PUT /pacticipants/" + EXT + "/versions/abc1/tags/prod"),
            it ->
                assertThat(it)
                    .startsWith(
                        "POST /pacticipants/"
                            + EXT
                            + "/versions/abc1/deployed-versions/environment/"));
  }

  @Test
  void reportsUnknownEnvironment() {
    assertThat(run("deployed", "--pacticipant", EXT, "--of", "abc1", "--environment", "moon"))
        .isEqualTo(3);

    assertThat(output.toString())
        .startsWith("expected an environment 'moon' at the broker, found none.");
  }

  @Test
  void reportsBrokerRefusalWithoutToken() {
    assertThat(
            run(
                Map.of(
                    "PACT_BROKER_BASE_URL",
                    broker.url().toString(),
                    "PACT_BROKER_TOKEN",
                    "wrong-token"),
                "tag",
                "--pacticipant",
                EXT,
                "--of",
                "abc1",
                "--tag",
                "prod"))
        .isEqualTo(3);

    assertThat(output.toString())
        .startsWith("expected the Pact broker to accept tagging")
        .doesNotContain("wrong-token");
  }

  @Test
  void returnsExitCode3WhenBrokerIsUnreachable() {
    URI closedUrl = broker.url();
    broker.close();

    assertThat(
            run(
                Map.of("PACT_BROKER_BASE_URL", closedUrl.toString()),
                "tag",
                "--pacticipant",
                EXT,
                "--of",
                "abc1",
                "--tag",
                "prod"))
        .isEqualTo(3);
  }

  @Test
  void requiresBrokerUrl() {
    assertThat(run(Map.of(), "tag", "--pacticipant", EXT, "--of", "abc1", "--tag", "prod"))
        .isEqualTo(2);

    assertThat(output.toString())
        .startsWith("--broker-env: the environment variable PACT_BROKER_BASE_URL is empty.");
  }

  private void writeReport(Status... statuses) throws IOException {
    HostReport.write(folder, EXT, "chainhub-veo", statuses);
  }

  private int run(String... args) {
    return run(
        Map.of(
            "PACT_BROKER_BASE_URL", broker.url().toString(), "PACT_BROKER_TOKEN", StubBroker.TOKEN),
        args);
  }

  private int run(Map<String, String> environment, String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "broker";
    System.arraycopy(args, 0, all, 1, args.length);
    PrintWriter out = new PrintWriter(output, true);
    return ContractVerifier.run(out, out, environment, all);
  }
}
