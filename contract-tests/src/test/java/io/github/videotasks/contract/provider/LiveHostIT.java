package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.consumer.CannedProvider;
import io.github.videotasks.contract.provider.Verdict.Outcome;
import io.github.videotasks.contract.replay.Answer;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Provider.Operation;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situations;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * A configured host is asked instead of the replay; here a second loopback server plays the host.
 */
class LiveHostIT {

  private static final String MY_TASK = "task-of-mine";

  private final Checkout checkout = Checkout.find();
  private final Situations situations = Situations.read(checkout);

  @Test
  void asksForTheConfiguredTaskAndSkipsTheStatesWithoutOne() {
    Provider provider = situations.catalogue().provider("chainhub-openai");
    try (ReplayServer host =
        ReplayServer.start(situations.of(provider).stream().map(LiveHostIT::ofMine).toList())) {
      List<Verdict> verdicts = verify(provider, host.baseUrl(), Map.of("A_KEY", "sk-secret"));

      assertThat(verdicts)
          .extracting(verdict -> verdict.state() + " " + verdict.outcome().word())
          .containsExactlyInAnyOrder(
              "waiting verified",
              "finished skipped",
              "failed skipped",
              "rate-limited skipped",
              "unauthorised verified",
              "unknown-id verified");
      assertThat(verdicts).allMatch(verdict -> verdict.by().equals("live host 127.0.0.1"));
    }
  }

  @Test
  void sendsTheTokenOfTheEnvironmentAndNeverShowsIt() {
    Provider provider = situations.catalogue().provider("chainhub-openai");
    try (CannedProvider host = new CannedProvider()) {
      URI url = host.answering(Answer.json(401, "{}"));

      List<Verdict> verdicts = verify(provider, url, Map.of("A_KEY", "sk-secret"));

      assertThat(host.tokens()).isNotEmpty().containsOnly("Bearer sk-secret");
      assertThat(verdicts).anyMatch(verdict -> verdict.outcome() == Outcome.FAILED);
      assertThat(new Matrix(verdicts).text()).doesNotContain("sk-secret");
    }
  }

  @Test
  void withoutAKeyAnUnknownTaskIsSkippedAsEveryRequestWouldBeRefused() {
    Provider provider = situations.catalogue().provider("chainhub-openai");
    try (CannedProvider host = new CannedProvider()) {
      List<Verdict> verdicts = verify(provider, host.answering(Answer.json(401, "{}")), Map.of());

      assertThat(verdicts)
          .filteredOn(verdict -> verdict.state().equals("unknown-id"))
          .singleElement()
          .satisfies(
              verdict ->
                  assertThat(verdict.problems())
                      .containsExactly(
                          "without a key every request is refused, so that nothing would be seen"));
    }
  }

  @Test
  void showsNoSignatureOfWhatTheHostAnswers() {
    Provider provider = situations.catalogue().provider("chainhub-openai");
    String secret = "https://me:pw@files.example/v.mp4?sig=s3cr3t%2F&se=2030";
    String body = "{\"id\": {\"x\": \"%1$s\"}, \"status\": \"%1$s sk-secret\"}".formatted(secret);
    try (CannedProvider host = new CannedProvider()) {
      List<Verdict> verdicts =
          verify(provider, host.answering(Answer.json(200, body)), Map.of("A_KEY", "sk-secret"));

      assertThat(new Matrix(verdicts).text())
          .contains("FAILED", "files.example/v.mp4?…")
          .doesNotContain("s3cr3t", "2030", "sk-secret", "me:pw");
    }
  }

  @Test
  void tellsAHostThatDoesNotAnswerFromOneThatAnswersSomethingElse() {
    Provider provider = situations.catalogue().provider("chainhub-openai");
    URI gone;
    try (CannedProvider host = new CannedProvider()) {
      gone = host.answering(Answer.json(200, "{}"));
    }

    List<Verdict> verdicts = verify(provider, gone, Map.of("A_KEY", "sk-secret"));

    assertThat(verdicts)
        .filteredOn(verdict -> verdict.outcome() != Outcome.SKIPPED)
        .hasSize(3)
        .allMatch(verdict -> verdict.outcome() == Outcome.UNREACHABLE);
  }

  private List<Verdict> verify(Provider provider, URI host, Map<String, String> environment) {
    Properties properties = new Properties();
    properties.setProperty("provider.chainhub-openai.url", host.toString());
    properties.setProperty("provider.chainhub-openai.task.waiting", MY_TASK);
    environment
        .keySet()
        .forEach(name -> properties.setProperty("provider.chainhub-openai.token-env", name));
    LiveTarget target = new LiveHosts(properties, environment).of(provider.id()).orElseThrow();
    return new PactVerifier().verify(Pacts.of(checkout, provider.id()).get(0), target);
  }

  /** The same row, the task being known under another id. */
  private static Situation ofMine(Situation row) {
    Operation known = row.operation();
    Operation mine =
        new Operation(known.operationId(), known.method(), known.path(), MY_TASK, known.examples());
    return new Situation(
        mine,
        row.state(),
        row.sentence(),
        row.request(),
        row.expects(),
        row.origin(),
        row.answer());
  }
}
