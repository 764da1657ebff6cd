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
import io.github.videotasks.contract.Checkout;
import io.github.videotasks.contract.replay.Provider;
import io.github.videotasks.contract.replay.Situation;
import io.github.videotasks.contract.replay.Situation.Expects;
import io.github.videotasks.contract.replay.Situation.Request;
import io.github.videotasks.contract.replay.Situations;
import io.github.videotasks.contract.report.BuildReport;
import io.github.videotasks.contract.report.Reading;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Writes one pact for each client and provider, a row for each provider state: from the data of the
 * catalogue alone, so that a page more is a pact more. In each row the client must read from the
 * contract's answer, which holds only what the contract names, exactly what it reads from the
 * vendor's whole example.
 */
class ConsumerPactTest {

  private static final CannedProvider TRIALS = new CannedProvider();

  private final Situations situations = Situations.read(Checkout.find());

  private static final List<Reading> READINGS = new ArrayList<>();

  @AfterAll
  static void stop() {
    TRIALS.close();
    BuildReport.handIn(parts -> parts.putReadings(READINGS));
  }

  @TestFactory
  Stream<DynamicContainer> readsFromTheContractWhatItReadsFromTheExample() {
    return Clients.all().stream()
        .map(
            client ->
                dynamicContainer(
                    client.name(),
                    situations.catalogue().providers().stream()
                        .map(provider -> dynamicContainer(provider.id(), rows(client, provider)))));
  }

  private Stream<DynamicTest> rows(ContractedClient client, Provider provider) {
    return situations.of(provider).stream()
        .map(
            row ->
                dynamicTest(
                    row.operation().operationId() + ": " + row.sentence(),
                    () -> check(client, provider, row)));
  }

  private static void check(ContractedClient client, Provider provider, Situation row) {
    ReadMembers read =
        row.expects() == Expects.ANSWER ? ReadMembers.of(client, row, TRIALS) : ReadMembers.NONE;
    READINGS.add(new Reading(client.name(), provider.id(), row.interaction(), read.members()));
    V4Pact pact = new Contract(client, provider, row).pact(read);
    assertThat(VacuousMatchers.in(pact, read))
        .as("matchers that let almost anything pass")
        .isEmpty();
    TypedView fromTheVendor = ask(client, row, TRIALS.answering(row.answer()));

    PactVerificationResult result =
        ConsumerPactRunnerKt.runConsumerTest(
            pact,
            MockProviderConfig.httpConfig(
                "127.0.0.1", 0, PactSpecVersion.V4, MockServerImplementation.JavaHttpServer),
            (mock, context) -> {
              assertThat(ask(client, row, URI.create(mock.getUrl())))
                  .hasToString(fromTheVendor.toString());
              return null;
            });

    assertThat(result).isInstanceOf(PactVerificationResult.Ok.class);
  }

  private static TypedView ask(ContractedClient client, Situation row, URI provider) {
    return client.ask(
        provider,
        row.operation().operationId(),
        row.taskId(),
        row.request() != Request.WITHOUT_TOKEN);
  }
}
