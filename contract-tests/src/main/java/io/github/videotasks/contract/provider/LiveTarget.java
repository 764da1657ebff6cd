package io.github.videotasks.contract.provider;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A live host, configured by properties: {@code provider.<id>.url}, {@code provider.<id>.token-env}
 * (the name of an environment variable, so that no token stands on a command line) and {@code
 * provider.<id>.task.<state>} (the id of a task that is in that state).
 *
 * <p>It is only ever read: nothing is created, so nothing is paid for. A state without a task id is
 * skipped, and so is the rate limit, which could only be met by hammering the host.
 */
public final class LiveTarget implements Target {

  private static final Set<String> NEED_NO_TASK = Set.of("unauthorised", "unknown-id");

  private final URI baseUrl;
  private final @Nullable String token;
  private final Map<String, String> tasks;

  private LiveTarget(URI baseUrl, @Nullable String token, Map<String, String> tasks) {
    this.baseUrl = baseUrl;
    this.token = token;
    this.tasks = tasks;
  }

  /**
   * The host configured for a provider; empty when none is.
   *
   * @param properties normally the system properties
   * @param environment normally the process's environment
   * @throws IllegalArgumentException when the configuration is incomplete; the message names the
   *     property
   */
  public static Optional<LiveTarget> of(
      String provider, Properties properties, Map<String, String> environment) {
    String prefix = "provider." + provider + ".";
    String url = properties.getProperty(prefix + "url");
    if (url == null) {
      return Optional.empty();
    }
    String taskPrefix = prefix + "task.";
    Map<String, String> tasks =
        properties.stringPropertyNames().stream()
            .filter(name -> name.startsWith(taskPrefix))
            .collect(
                Collectors.toMap(
                    name -> name.substring(taskPrefix.length()),
                    name -> properties.getProperty(name, "")));
    String variable = properties.getProperty(prefix + "token-env");
    return Optional.of(
        new LiveTarget(
            address(prefix, url),
            variable == null ? null : token(prefix, variable, environment),
            tasks));
  }

  private static URI address(String prefix, String url) {
    URI uri = URI.create(url);
    if (uri.getHost() == null
        || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
      throw new IllegalArgumentException(
          "-D%surl: expected http(s)://host, found '%s'. Give the host's address without a query."
              .formatted(prefix, url));
    }
    if (uri.getScheme().equals("http")
        && !Set.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost())) {
      throw new IllegalArgumentException(
          "-D%surl: expected https, or http on loopback, found '%s': the key would travel readable. Give the https address."
              .formatted(prefix, url));
    }
    return uri;
  }

  private static String token(String prefix, String variable, Map<String, String> environment) {
    String token = environment.get(variable);
    if (token == null || token.isBlank()) {
      throw new IllegalArgumentException(
          "-D%stoken-env names the environment variable %s, which is empty. Set it to the host's key."
              .formatted(prefix, variable));
    }
    return token;
  }

  @Override
  public URI baseUrl() {
    return baseUrl;
  }

  @Override
  public @Nullable String token() {
    return token;
  }

  @Override
  public Optional<String> enter(String sentence, String state, String usualId) {
    return NEED_NO_TASK.contains(state)
        ? Optional.of(usualId)
        : Optional.ofNullable(tasks.get(state));
  }

  @Override
  public String answers(String shown) {
    return "live host " + baseUrl.getHost();
  }

  @Override
  public boolean real() {
    return true;
  }
}
