package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LiveHostsTest {

  private final Properties properties = new Properties();

  @Test
  void isAbsentUnlessAUrlIsConfigured() {
    properties.setProperty("provider.chainhub-veo.task.waiting", "task-1");

    assertThat(new LiveHosts(properties, Map.of()).of("chainhub-veo")).isEmpty();
  }

  @Test
  void belongsToOneProviderOnly() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example");

    assertThat(new LiveHosts(properties, Map.of()).of("chainhub-veo")).isPresent();
    assertThat(new LiveHosts(properties, Map.of()).of("chainhub-grok")).isEmpty();
  }

  @Test
  void takesTheTokenFromTheEnvironment() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example");
    properties.setProperty("provider.chainhub-veo.token-env", "VEO_KEY");

    assertThat(
            new LiveHosts(properties, Map.of("VEO_KEY", "secret"))
                .of("chainhub-veo")
                .orElseThrow()
                .token())
        .isEqualTo("secret");
  }

  @Test
  void saysWhichVariableIsEmpty() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example");
    properties.setProperty("provider.chainhub-veo.token-env", "VEO_KEY");

    assertThatThrownBy(() -> new LiveHosts(properties, Map.of()).of("chainhub-veo"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "-Dprovider.chainhub-veo.token-env names the environment variable VEO_KEY, which is empty. Set it to the host's key.");
  }

  @Test
  void refusesWhatIsNoAddress() {
    properties.setProperty("provider.chainhub-veo.url", "gateway");

    assertThatThrownBy(() -> new LiveHosts(properties, Map.of()).of("chainhub-veo"))
        .hasMessage(
            "-Dprovider.chainhub-veo.url: expected http(s)://host, found 'gateway'. Give the host's address without a user name and a query.");
  }

  @Test
  void refusesToSendTheKeyReadable() {
    properties.setProperty("provider.chainhub-veo.url", "http://gateway.example");

    assertThatThrownBy(() -> new LiveHosts(properties, Map.of()).of("chainhub-veo"))
        .hasMessage(
            "-Dprovider.chainhub-veo.url: expected https, or http on loopback, found 'http://gateway.example': the key would travel readable. Give the https address.");
  }

  @Test
  void knowsOnlyTheTasksThatItWasGiven() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example/prefix");
    properties.setProperty("provider.chainhub-veo.task.waiting", "task-1");
    LiveTarget target = new LiveHosts(properties, Map.of()).of("chainhub-veo").orElseThrow();

    assertThat(target.enter("task x is waiting", "waiting", "x")).contains("task-1");
    assertThat(target.enter("task x is finished", "finished", "x")).isEmpty();
    assertThat(target.enter("task x is polled too often", "rate-limited", "x")).isEmpty();
    assertThat(target.enter("no token is sent", "unauthorised", "x")).contains("x");
  }
}
