package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LiveTargetTest {

  private final Properties properties = new Properties();

  @Test
  void isAbsentUnlessAUrlIsConfigured() {
    properties.setProperty("provider.chainhub-veo.task.waiting", "task-1");

    assertThat(LiveTarget.of("chainhub-veo", properties, Map.of())).isEmpty();
  }

  @Test
  void belongsToOneProviderOnly() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example");

    assertThat(LiveTarget.of("chainhub-veo", properties, Map.of())).isPresent();
    assertThat(LiveTarget.of("chainhub-grok", properties, Map.of())).isEmpty();
  }

  @Test
  void takesTheTokenFromTheEnvironment() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example");
    properties.setProperty("provider.chainhub-veo.token-env", "VEO_KEY");

    assertThat(
            LiveTarget.of("chainhub-veo", properties, Map.of("VEO_KEY", "secret"))
                .orElseThrow()
                .token())
        .isEqualTo("secret");
  }

  @Test
  void saysWhichVariableIsEmpty() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example");
    properties.setProperty("provider.chainhub-veo.token-env", "VEO_KEY");

    assertThatThrownBy(() -> LiveTarget.of("chainhub-veo", properties, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "-Dprovider.chainhub-veo.token-env names the environment variable VEO_KEY, which is empty. Set it to the host's key.");
  }

  @Test
  void refusesWhatIsNoAddress() {
    properties.setProperty("provider.chainhub-veo.url", "gateway");

    assertThatThrownBy(() -> LiveTarget.of("chainhub-veo", properties, Map.of()))
        .hasMessage(
            "-Dprovider.chainhub-veo.url: expected http(s)://host, found 'gateway'. Give the host's address without a query.");
  }

  @Test
  void refusesToSendTheKeyReadable() {
    properties.setProperty("provider.chainhub-veo.url", "http://gateway.example");

    assertThatThrownBy(() -> LiveTarget.of("chainhub-veo", properties, Map.of()))
        .hasMessage(
            "-Dprovider.chainhub-veo.url: expected https, or http on loopback, found 'http://gateway.example': the key would travel readable. Give the https address.");
  }

  @Test
  void knowsOnlyTheTasksThatItWasGiven() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example/prefix");
    properties.setProperty("provider.chainhub-veo.task.waiting", "task-1");
    LiveTarget target = LiveTarget.of("chainhub-veo", properties, Map.of()).orElseThrow();

    assertThat(target.enter("task x is waiting", "waiting", "x")).contains("task-1");
    assertThat(target.enter("task x is finished", "finished", "x")).isEmpty();
    assertThat(target.enter("task x is polled too often", "rate-limited", "x")).isEmpty();
    assertThat(target.enter("no token is sent", "unauthorised", "x")).contains("x");
  }
}
