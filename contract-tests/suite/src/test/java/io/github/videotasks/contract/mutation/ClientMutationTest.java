package io.github.videotasks.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.consumer.ConsumerClient;
import io.github.videotasks.contract.consumer.ConsumerClients;
import io.github.videotasks.contract.consumer.ExactJson;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ResponseOrigin;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sends every vendor's example to both clients, with every mutation of every node. The clients must
 * return a result or throw a documented exception. {@link ConsumerClient#fetchTask} throws any
 * other exception, which fails the test.
 */
class ClientMutationTest {

  private static final StubProviderServer SERVER = new StubProviderServer();

  private final ContractCases cases = ContractCases.read(RepositoryLayout.find());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @TestFactory
  Stream<DynamicTest> clientsHandleEveryMutant() {
    return cases.catalogue().providers().stream()
        .flatMap(provider -> cases.forProvider(provider).stream())
        .filter(row -> row.origin() instanceof ResponseOrigin.Shown)
        .flatMap(
            row ->
                ConsumerClients.all().stream()
                    .map(
                        client ->
                            dynamicTest(
                                client.name() + ", " + row.origin().label(),
                                () -> check(client, row))));
  }

  private static void check(ConsumerClient client, ContractCase row) {
    List<ProviderResponse> mutants = mutants(row.response());
    assertThat(mutants).hasSizeGreaterThan(20);
    assertThat(mutants)
        .allSatisfy(
            mutant ->
                assertThat(
                        client
                            .fetchTask(
                                SERVER.respondWith(mutant),
                                row.operation().operationId(),
                                row.taskId(),
                                true)
                            .values())
                    .isNotEmpty());
  }

  private static List<ProviderResponse> mutants(ProviderResponse response) {
    JsonNode example = ExactJson.read(response.body());
    List<ProviderResponse> mutants = new ArrayList<>();
    for (JsonPathNode node : JsonPathNode.descendants(example)) {
      Arrays.stream(JsonMutation.values())
          .map(mutation -> mutation.apply(example, node.pointer()))
          .flatMap(Optional::stream)
          .map(body -> ProviderResponse.json(200, body.toString()))
          .forEach(mutants::add);
    }
    for (int status : new int[] {204, 302, 400, 403, 404, 429, 500, 503}) {
      mutants.add(
          new ProviderResponse(
              status, response.contentType(), status == 204 ? "" : response.body()));
    }
    for (String body :
        List.of("", "null", "[]", "\"text\"", "7", "<html></html>", "{", response.body() + "x")) {
      mutants.add(ProviderResponse.json(200, body));
    }
    mutants.add(
        ProviderResponse.json(200, response.body().substring(0, response.body().length() / 2)));
    mutants.add(new ProviderResponse(200, "text/html", response.body()));
    return mutants;
  }
}
