package io.github.videotasks.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videotasks.contract.RepositoryLayout;
import io.github.videotasks.contract.testkit.JdkHttp;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayServersTest {

  private final ContractCases cases = ContractCases.read(RepositoryLayout.find());
  private final List<ContractProvider> providers = cases.catalogue().providers();

  @Test
  void servesEachProviderAtUrlOfItsOwn() {
    try (ReplayServers servers = ReplayServers.startAll(cases)) {
      assertThat(providers.stream().map(servers::baseUrl).distinct()).hasSize(5);
      ContractProvider grok = cases.catalogue().provider("chainhub-grok");
      URI finished = URI.create(servers.baseUrl(grok) + "/v1/video/query?id=finished");
      assertThat(JdkHttp.get(finished).body()).contains("\"completed\"");
    }
  }

  @Test
  void reportsPortInUse() throws Exception {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = used.getLocalPort();
      assertThatThrownBy(() -> ReplayServers.start(cases, providers, port))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith(
              "expected the free port " + port + " for chainhub-grok, cannot listen there: ");
    }
  }

  @Test
  void refusesProviderThatIsNotServed() {
    try (ReplayServers servers = ReplayServers.start(cases, providers.subList(0, 1), 0)) {
      assertThatThrownBy(() -> servers.baseUrl(providers.get(1)))
          .hasMessage("expected one of the providers [chainhub-grok], found 'chainhub-openai'");
    }
  }
}
