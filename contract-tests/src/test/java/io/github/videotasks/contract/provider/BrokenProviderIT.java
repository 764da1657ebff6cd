package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.provider.Verdict.Outcome;
import io.github.videotasks.contract.replay.Answer;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situation.Expects;
import io.github.videotasks.contract.replay.Situations;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The verification can fail: every contract, broken in each of these ways, is reported as broken,
 * with what was found.
 */
class BrokenProviderIT {

  private final Checkout checkout = Checkout.find();
  private final Situations situations = Situations.read(checkout);

  @TestFactory
  Stream<DynamicTest> noticesARenamedMember() {
    return forEveryPact(
        body(text -> text.replace("\"status\"", "\"state\"")),
        "$ Actual map is missing the following keys: status");
  }

  @TestFactory
  Stream<DynamicTest> noticesAnotherType() {
    return forEveryPact(
        body(text -> text.replaceAll("\"status\": ?\"\\w+\"", "\"status\": 3")),
        "$.status Expected 3 ");
  }

  @TestFactory
  Stream<DynamicTest> noticesAServerError() {
    return forEveryPact(
        row -> row.answering(new Answer(500, "text/html", "<h1>500</h1>")),
        "expected status of 200 but was 500");
  }

  private Stream<DynamicTest> forEveryPact(UnaryOperator<Situation> breaking, String message) {
    return EveryPact.of(
        checkout,
        situations,
        (provider, pact) -> assertNoticed(brokenRows(provider, breaking), pact, message));
  }

  private static void assertNoticed(List<Situation> broken, Path pact, String message) {
    try (ReplayServer replay = ReplayServer.start(broken)) {
      List<Verdict> aboutAnswers =
          new PactVerifier()
              .verify(pact, new ReplayTarget(replay)).stream()
                  .filter(verdict -> statesWithAnswers(broken).contains(verdict.state()))
                  .toList();

      assertThat(aboutAnswers)
          .isNotEmpty()
          .allMatch(verdict -> verdict.outcome() == Outcome.FAILED);
      assertThat(aboutAnswers)
          .allSatisfy(
              verdict -> assertThat(String.join("\n", verdict.problems())).contains(message));
    }
  }

  private List<Situation> brokenRows(Provider provider, UnaryOperator<Situation> breaking) {
    return situations.of(provider).stream()
        .map(row -> row.expects() == Expects.ANSWER ? breaking.apply(row) : row)
        .toList();
  }

  private static List<String> statesWithAnswers(List<Situation> rows) {
    return rows.stream()
        .filter(row -> row.expects() == Expects.ANSWER)
        .map(Situation::state)
        .toList();
  }

  private static UnaryOperator<Situation> body(UnaryOperator<String> change) {
    return row -> row.answering(Answer.json(200, change.apply(row.answer().body())));
  }
}
