package io.github.videotasks.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.consumer.CannedProvider;
import io.github.videotasks.contract.consumer.Clients;
import io.github.videotasks.contract.consumer.ContractedClient;
import io.github.videotasks.contract.consumer.Json;
import io.github.videotasks.contract.replay.Answer;
import io.github.videotasks.contract.replay.Origin;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every vendor's example, broken in every place in every way, is fed to both clients: they answer
 * or refuse as documented, and nothing else comes out of them. What is not documented is thrown by
 * {@link ContractedClient#ask} and fails the test.
 */
class ClientMutationTest {

  private static final CannedProvider PROVIDER = new CannedProvider();

  private final Situations situations = Situations.read(Checkout.find());

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  @TestFactory
  Stream<DynamicTest> noBrokenAnswerBreaksAClient() {
    return situations.catalogue().providers().stream()
        .flatMap(provider -> situations.of(provider).stream())
        .filter(row -> row.origin() instanceof Origin.Shown)
        .flatMap(
            row ->
                Clients.all().stream()
                    .map(
                        client ->
                            dynamicTest(
                                client.name() + ", " + row.origin().label(),
                                () -> check(client, row))));
  }

  private static void check(ContractedClient client, Situation row) {
    List<Answer> mutants = mutantsOf(row.answer());
    assertThat(mutants).hasSizeGreaterThan(20);
    assertThat(mutants)
        .allSatisfy(
            mutant ->
                assertThat(
                        client
                            .ask(
                                PROVIDER.answering(mutant),
                                row.operation().operationId(),
                                row.taskId(),
                                true)
                            .told())
                    .isNotEmpty());
  }

  private static List<Answer> mutantsOf(Answer answer) {
    JsonNode example = Json.read(answer.body());
    List<Answer> mutants = new ArrayList<>();
    for (Node node : Node.allOf(example)) {
      Arrays.stream(Mutation.values())
          .map(way -> way.apply(example, node.pointer()))
          .flatMap(Optional::stream)
          .map(body -> Answer.json(200, body.toString()))
          .forEach(mutants::add);
    }
    for (int status : new int[] {204, 302, 400, 403, 404, 429, 500, 503}) {
      mutants.add(new Answer(status, answer.contentType(), status == 204 ? "" : answer.body()));
    }
    for (String body :
        List.of("", "null", "[]", "\"text\"", "7", "<html></html>", "{", answer.body() + "x")) {
      mutants.add(Answer.json(200, body));
    }
    mutants.add(Answer.json(200, answer.body().substring(0, answer.body().length() / 2)));
    mutants.add(new Answer(200, "text/html", answer.body()));
    return mutants;
  }
}
