package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.http.ExchangeLimits;
import io.github.videotasks.contract.replay.ContractCase;
import io.github.videotasks.contract.replay.ContractCases;
import io.github.videotasks.contract.replay.ProviderResponse;
import io.github.videotasks.contract.replay.ReplayServer;
import io.github.videotasks.contract.testkit.StubProviderServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateChangeClientTest {

  private final ContractCases cases = ContractCases.read(RepositoryLayout.find());
  private final ContractCase waiting =
      cases.forProvider(cases.catalogue().provider("chainhub-grok")).get(0);

  /** All examples of a state have one name, so the server needs the parameters. */
  @Test
  void sendsParametersOfState() {
    ContractCase second =
        new ContractCase(
            waiting.operation(),
            "waiting-2",
            waiting.stateDescription(),
            waiting.requestVariant(),
            waiting.expectation(),
            waiting.origin(),
            ProviderResponse.json(200, "{\"status\": \"queued\"}"));
    try (ReplayServer server = ReplayServer.start(List.of(waiting, second))) {
      URI url = server.stateChangeUrl();

      assertThat(setUp(url, "waiting", "t-1")).contains("waiting:task");
      assertThat(setUp(url, "waiting-2", "t-1")).contains("waiting-2:task");
      assertThat(setUp(url, "waiting-3", "t-1")).isEmpty();
    }
  }

  /** A handler may insert a task with the id of the contract and return nothing. */
  @Test
  void returnsIdOfContractWhenHostReturnsNone() {
    try (StubProviderServer host = new StubProviderServer()) {
      assertThat(setUp(host.respondWith(ProviderResponse.json(200, "")), "waiting", "t-1"))
          .contains("t-1");
      assertThat(setUp(host.respondWith(ProviderResponse.json(200, "{}")), "waiting", "t-1"))
          .contains("t-1");
    }
  }

  private static Optional<String> setUp(URI url, String state, String id) {
    return new StateChangeClient(url, ExchangeLimits.DEFAULTS)
        .setUp(new PactState("a task is waiting", Map.of("id", id, "state", state)));
  }
}
