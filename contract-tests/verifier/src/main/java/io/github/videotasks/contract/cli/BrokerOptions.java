package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.broker.PactBroker;
import java.net.URI;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which broker: its address and token stand in the environment, never on a command line. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BrokerOptions {

  @Option(
      names = "--broker-env",
      defaultValue = "PACT_BROKER_BASE_URL",
      paramLabel = "NAME",
      description = "The environment variable with the broker's address (${DEFAULT-VALUE}).")
  private String urlVariable;

  @Option(
      names = "--broker-token-env",
      defaultValue = "PACT_BROKER_TOKEN",
      paramLabel = "NAME",
      description = "The one with its token (${DEFAULT-VALUE}); unset for none.")
  private String tokenVariable;

  /**
   * The broker.
   *
   * @throws IllegalArgumentException when no address is set
   */
  PactBroker broker(Map<String, String> environment) {
    String url = environment.get(urlVariable);
    if (url == null || url.isBlank()) {
      throw new IllegalArgumentException(
          "--broker-env: the environment variable %s is empty. Set it to the broker's address."
              .formatted(urlVariable));
    }
    return new PactBroker(URI.create(url), environment.get(tokenVariable));
  }
}
