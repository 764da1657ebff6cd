package io.github.videotasks.contract.broker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.core.pactbroker.To;
import io.github.videotasks.contract.http.ExchangeLimits;
import io.github.videotasks.contract.testkit.EndlessHost;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A broker whose responses have no end ends a command with an error. */
class EndlessBrokerTest {

  private static final String HAL = "HTTP/1.1 200 OK\r\nContent-Type: application/hal+json\r\n";
  private static final ExchangeLimits LIMITS =
      ExchangeLimits.DEFAULTS.withTotalTime(Duration.ofMillis(300));

  private record BrokerCase(String name, EndlessHost host) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<BrokerCase> brokers() {
    return Stream.of(
        new BrokerCase("body", EndlessHost.sending(HAL + "\r\n{\"a\":\"", "a")),
        new BrokerCase("header", EndlessHost.sending(HAL + "X: ", "a")),
        new BrokerCase("slow body", EndlessHost.dripping(HAL + "\r\n{\"a\":\"", "a")),
        new BrokerCase("silence", EndlessHost.sending("", "")),
        new BrokerCase(
            "redirects",
            EndlessHost.sending("HTTP/1.1 302 X\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", "")),
        new BrokerCase(
            "nested JSON",
            EndlessHost.sending(
                HAL + "Content-Length: 200000\r\n\r\n" + "[".repeat(100_000) + "]".repeat(100_000),
                "")));
  }

  @ParameterizedTest
  @MethodSource("brokers")
  void endsCommandWithError(BrokerCase broker) throws IOException {
    try (EndlessHost host = broker.host()) {
      PactBroker client = new PactBroker(host.url(), "token", LIMITS);

      assertThatThrownBy(() -> client.canIDeploy("p", "1", new To(null, "production")))
          .isInstanceOf(BrokerException.class)
          .hasMessageStartingWith(
              "expected the Pact broker to accept checking whether p may be deployed, found: ");
      assertThatThrownBy(() -> client.recordDeployment("p", "1", "production"))
          .isInstanceOf(BrokerException.class)
          .hasMessageStartingWith("expected the Pact broker to accept recording a deployment");
    }
  }
}
