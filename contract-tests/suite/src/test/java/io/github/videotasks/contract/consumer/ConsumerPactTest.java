package io.github.videotasks.contract.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.com.dius.pact.consumer.ConsumerPactRunnerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.consumer.model.MockServerImplementation;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCase.Expectation;
import io.github.videotasks.contract.replay.ContractCase.RequestVariant;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ContractProvider;
import io.github.videotasks.contract.report.InteractionFieldReads;
import io.github.videotasks.contract.testkit.StubProviderServer;
import io.github.videotasks.contract.verification.BuildReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Writes one pact for each client and provider, with an interaction for each provider state, from
 * the data of the catalogue alone. The response in the contract contains only the fields that the
 * contract names; from it the client must read exactly the same values as from the vendor's whole
 * example.
 */
class ConsumerPactTest {

  private static final StubProviderServer PROBE_SERVER = new StubProviderServer();

  private final ContractCases cases = ContractCases.read(RepositoryLayout.find());

  private static final List<InteractionFieldReads> FIELD_READS = new ArrayList<>();

  @AfterAll
  static void stop() {
    PROBE_SERVER.close();
    BuildReport.submit(inputs -> inputs.putFieldReads(FIELD_READS));
  }

  @TestFactory
  Stream<DynamicContainer> readsSameValuesFromPactAndFromExample() {
    return ConsumerClients.all().stream()
        .map(
            client ->
                dynamicContainer(
                    client.name(),
                    cases.catalogue().providers().stream()
                        .map(
                            provider ->
                                dynamicContainer(provider.id(), caseTests(client, provider)))));
  }

  private Stream<DynamicTest> caseTests(ConsumerClient client, ContractProvider provider) {
    return cases.forProvider(provider).stream()
        .map(
            row ->
                dynamicTest(
                    row.operation().operationId() + ": " + row.stateDescription(),
                    () -> check(client, provider, row)));
  }

  private static void check(ConsumerClient client, ContractProvider provider, ContractCase row) {
    ConsumedFields consumed =
        row.expectation() == Expectation.BODY
            ? ConsumedFields.probe(client, row, PROBE_SERVER)
            : ConsumedFields.NONE;
    FIELD_READS.add(
        new InteractionFieldReads(
            client.name(), provider.id(), row.interaction(), consumed.fieldPaths()));
    V4Pact pact = new ContractCasePact(client, provider, row).build(consumed);
    assertThat(VacuousMatchers.findIn(pact, consumed))
        .as("matchers that accept almost any value")
        .isEmpty();
    AccessorValues fromVendorExample =
        fetchTask(client, row, PROBE_SERVER.respondWith(row.response()));

    PactVerificationResult result =
        ConsumerPactRunnerKt.runConsumerTest(
            pact,
            MockProviderConfig.httpConfig(
                "127.0.0.1", 0, PactSpecVersion.V4, MockServerImplementation.JavaHttpServer),
            (mock, context) -> {
              assertThat(fetchTask(client, row, URI.create(mock.getUrl())))
                  .hasToString(fromVendorExample.toString());
              return null;
            });

    assertThat(result).isInstanceOf(PactVerificationResult.Ok.class);
  }

  private static AccessorValues fetchTask(ConsumerClient client, ContractCase row, URI provider) {
    return client.fetchTask(
        provider,
        row.operation().operationId(),
        row.taskId(),
        row.requestVariant() != RequestVariant.WITHOUT_TOKEN);
  }
}
