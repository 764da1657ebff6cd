package io.github.videotasks.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.cli.ContractVerifier;
import io.github.videotasks.contract.provider.Verdict;
import io.github.videotasks.contract.provider.Verdict.Outcome;
import io.github.videotasks.contract.report.ReportFiles;
import io.github.videotasks.contract.report.VerdictReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerCommandsTest {

  private static final String EXT = "video-tasks-client-ext";

  private final StringWriter told = new StringWriter();
  @TempDir private Path folder;
  private final StandInBroker broker;

  BrokerCommandsTest() throws IOException {
    broker = new StandInBroker();
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void publishesEveryPactWithItsVersionBranchAndTags() {
    String pacts = Checkout.find().pacts().toString();

    assertThat(run("publish", "--of", "abc1", "--branch", "main", "--tag", "t1", "--pacts", pacts))
        .as(told.toString())
        .isZero();

    assertThat(broker.changes())
        .filteredOn(it -> it.startsWith("POST /contracts/publish"))
        .hasSize(10)
        .allMatch(it -> it.contains("abc1") && it.contains("main") && it.contains("t1"));
  }

  @Test
  void recordsWhatTheReportSaysAndAsksBySuchAnswer() throws IOException {
    report(Outcome.VERIFIED, Outcome.SKIPPED);
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
        .as(told.toString())
        .isZero();

    assertThat(broker.changes())
        .satisfiesExactly(
            it -> assertThat(it).startsWith("PUT /provider/branches/main/versions/p7"),
            it -> assertThat(it).startsWith("PUT /provider/versions/p7/tags/t1"),
            it -> assertThat(it).startsWith("POST /results").contains("\"success\":true", "p7"));
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
    assertThat(told.toString()).contains("yes: ");
  }

  @Test
  void recordsABrokenContractAsSuchAndHearsNo() throws IOException {
    report(Outcome.VERIFIED, Outcome.FAILED);
    assertThat(run("record", "--of", "p7", "--report", folder.toString())).isZero();

    assertThat(run("can-i-deploy", "--pacticipant", EXT, "--of", "abc1", "--to-tag", "prod"))
        .isEqualTo(1);
    assertThat(told.toString()).contains("no: ");
  }

  @Test
  void recordsNothingOfAContractThatCouldNotBeTried() throws IOException {
    report(Outcome.SKIPPED);

    assertThat(run("record", "--of", "p7", "--report", folder.toString())).isZero();

    assertThat(broker.changes()).isEmpty();
  }

  @Test
  void tagsAVersionAndRecordsItsDeployment() {
    assertThat(run("tag", "--pacticipant", EXT, "--of", "abc1", "--tag", "prod")).isZero();
    assertThat(run("deployed", "--pacticipant", EXT, "--of", "abc1", "--environment", "production"))
        .as(told.toString())
        .isZero();

    assertThat(broker.changes())
        .satisfiesExactly(
            it ->
                assertThat(it).startsWith("PUT /pacticipants/" + EXT + "/versions/abc1/tags/prod"),
            it -> assertThat(it).startsWith("POST /deployed"));
  }

  @Test
  void saysThatAnEnvironmentIsNotKnown() {
    assertThat(run("deployed", "--pacticipant", EXT, "--of", "abc1", "--environment", "moon"))
        .isEqualTo(3);

    assertThat(told.toString())
        .startsWith("Expected an environment 'moon' that the broker knows, found none.");
  }

  @Test
  void aBrokerThatRefusesIsToldWithoutTheToken() {
    assertThat(
            run(
                Map.of(
                    "PACT_BROKER_BASE_URL",
                    broker.address().toString(),
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

    assertThat(told.toString())
        .startsWith("The broker refused tagging")
        .doesNotContain("wrong-token");
  }

  @Test
  void aBrokerThatIsNotThereIsTold() {
    URI gone = broker.address();
    broker.close();

    assertThat(
            run(
                Map.of("PACT_BROKER_BASE_URL", gone.toString()),
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
  void wantsTheBrokersAddress() {
    assertThat(run(Map.of(), "tag", "--pacticipant", EXT, "--of", "abc1", "--tag", "prod"))
        .isEqualTo(2);

    assertThat(told.toString())
        .startsWith("--broker-env: the environment variable PACT_BROKER_BASE_URL is empty.");
  }

  private void report(Outcome... outcomes) throws IOException {
    List<Verdict> verdicts =
        Arrays.stream(outcomes)
            .map(
                it ->
                    new Verdict(
                        EXT, "chainhub-veo", "s" + it, "i" + it, "", it, "replay: ", List.of()))
            .toList();
    new ReportFiles(folder).write(VerdictReport.of(verdicts));
  }

  private int run(String... args) {
    return run(
        Map.of(
            "PACT_BROKER_BASE_URL",
            broker.address().toString(),
            "PACT_BROKER_TOKEN",
            "broker-token"),
        args);
  }

  private int run(Map<String, String> environment, String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "broker";
    System.arraycopy(args, 0, all, 1, args.length);
    PrintWriter out = new PrintWriter(told, true);
    return ContractVerifier.run(out, out, environment, all);
  }
}
