package io.github.videotasks.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LiveHostConfigurationTest {

  private final Properties properties = new Properties();

  @Test
  void isEmptyWithoutUrl() {
    properties.setProperty("provider.chainhub-veo.task.waiting", "task-1");

    assertThat(new LiveHostConfiguration(properties, Map.of()).targetFor("chainhub-veo")).isEmpty();
  }

  @Test
  void configuresOneProviderOnly() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example");

    assertThat(new LiveHostConfiguration(properties, Map.of()).targetFor("chainhub-veo"))
        .isPresent();
    assertThat(new LiveHostConfiguration(properties, Map.of()).targetFor("chainhub-grok"))
        .isEmpty();
  }

  @Test
  void readsTokenFromEnvironment() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example");
    properties.setProperty("provider.chainhub-veo.token-env", "VEO_KEY");

    assertThat(
            new LiveHostConfiguration(properties, Map.of("VEO_KEY", "secret"))
                .targetFor("chainhub-veo")
                .orElseThrow()
                .token())
        .isEqualTo("secret");
  }

  @Test
  void reportsEmptyTokenVariable() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example");
    properties.setProperty("provider.chainhub-veo.token-env", "VEO_KEY");

    assertThatThrownBy(
            () -> new LiveHostConfiguration(properties, Map.of()).targetFor("chainhub-veo"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "-Dprovider.chainhub-veo.token-env: the environment variable VEO_KEY is empty. Set it"
                + " to the host's key.");
  }

  @Test
  void rejectsInvalidUrl() {
    properties.setProperty("provider.chainhub-veo.url", "gateway");

    assertThatThrownBy(
            () -> new LiveHostConfiguration(properties, Map.of()).targetFor("chainhub-veo"))
        .hasMessage(
            "-Dprovider.chainhub-veo.url: expected http(s)://host, found 'gateway'. Use a URL"
                + " without a user name and a query.");
  }

  @Test
  void rejectsPlainHttpOutsideLoopback() {
    properties.setProperty("provider.chainhub-veo.url", "http://gateway.example");

    assertThatThrownBy(
            () -> new LiveHostConfiguration(properties, Map.of()).targetFor("chainhub-veo"))
        .hasMessage(
            "-Dprovider.chainhub-veo.url: expected https, or http on loopback, found"
                + " 'http://gateway.example', which sends the key unencrypted.");
  }

  @Test
  void setsUpConfiguredStatesOnly() {
    properties.setProperty("provider.chainhub-veo.url", "https://gateway.example/prefix");
    properties.setProperty("provider.chainhub-veo.task.waiting", "task-1");
    LiveTarget target =
        new LiveHostConfiguration(properties, Map.of()).targetFor("chainhub-veo").orElseThrow();

    assertThat(target.setUpState(state("a task is waiting"))).contains("task-1");
    assertThat(target.setUpState(state("a task is finished"))).isEmpty();
    assertThat(target.setUpState(state("a task is polled too often"))).isEmpty();
    assertThat(target.setUpState(state("no token is sent"))).contains("x");
  }

  private static PactState state(String name) {
    return new PactState(name, Map.of("id", "x"));
  }
}
