package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.broker.PactBroker;
import java.net.URI;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * Options that select the broker. Its URL and token are read from environment variables, never from
 * the command line, where other users of the machine could see them.
 */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BrokerOptions {

  @Option(
      names = "--broker-env",
      defaultValue = "PACT_BROKER_BASE_URL",
      paramLabel = "NAME",
      description = "The environment variable with the broker's URL (${DEFAULT-VALUE}).")
  private String urlVariable;

  @Option(
      names = "--broker-token-env",
      defaultValue = "PACT_BROKER_TOKEN",
      paramLabel = "NAME",
      description = "The environment variable with its token (${DEFAULT-VALUE}); unset for none.")
  private String tokenVariable;

  /**
   * Creates the client of the broker.
   *
   * @param environment variables by name
   * @throws IllegalArgumentException when the variable with the URL is empty
   */
  PactBroker broker(Map<String, String> environment) {
    String url = environment.get(urlVariable);
    if (url == null || url.isBlank()) {
      throw new IllegalArgumentException(
          "--broker-env: the environment variable %s is empty. Set it to the broker's URL."
              .formatted(urlVariable));
    }
    return new PactBroker(URI.create(url), environment.get(tokenVariable));
  }
}
