package io.github.videotasks.contract.provider;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of live hosts by properties: {@code provider.<id>.url}, {@code
 * provider.<id>.token-env} (the name of an environment variable, so that no token is part of a
 * command line) and {@code provider.<id>.task.<state>} (the id of a task that is in that state).
 */
public final class LiveHostConfiguration {

  private final Properties properties;
  private final Map<String, String> environment;

  /**
   * Creates a configuration.
   *
   * @param properties usually the system properties
   * @param environment variables by name, usually those of the process
   */
  public LiveHostConfiguration(Properties properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * Returns the host that is configured for a provider.
   *
   * @param provider the provider's id
   * @return empty when no host is configured
   * @throws IllegalArgumentException when the configuration is incomplete; the message names the
   *     property
   */
  public Optional<LiveTarget> targetFor(String provider) {
    String prefix = "provider." + provider + ".";
    String url = properties.getProperty(prefix + "url");
    if (url == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LiveTarget.of(URI.create(url), token(prefix), taskIds(prefix + "task.")));
    } catch (IllegalArgumentException e) {
      String message = new OutputMasker(null).mask(String.valueOf(e.getMessage()));
      throw new IllegalArgumentException(
          message.startsWith("-D") ? message : "-D%surl: %s".formatted(prefix, message), e);
    }
  }

  private Map<String, String> taskIds(String prefix) {
    return properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith(prefix))
        .collect(
            Collectors.toMap(
                name -> name.substring(prefix.length()), name -> properties.getProperty(name, "")));
  }

  private @Nullable String token(String prefix) {
    String variable = properties.getProperty(prefix + "token-env");
    if (variable == null) {
      return null;
    }
    String token = environment.get(variable);
    if (token == null || token.isBlank()) {
      throw new IllegalArgumentException(
          "-D%stoken-env: the environment variable %s is empty. Set it to the host's key."
              .formatted(prefix, variable));
    }
    return token;
  }
}
