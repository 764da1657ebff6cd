package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.http.ExchangeLimits;
import io.github.videotasks.contract.provider.LiveTarget;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that select the host, its key and the tasks to request. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TargetOptions {

  private static final int MAX_TIME_LIMIT = 86_400;

  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description =
          "URL of the host: https, or http on loopback. Its path is a prefix of all requests.")
  private URI url;

  @Option(
      names = "--token-env",
      paramLabel = "NAME",
      description = "The environment variable that holds the host's key. It is never printed.")
  private @Nullable String tokenVariable;

  @Option(
      names = "--task",
      paramLabel = "STATE=ID",
      description =
          "A task that is in that state, for example finished=ID. A state without one is skipped.")
  private Map<String, String> taskIds = new TreeMap<>();

  @Option(
      names = "--tasks",
      paramLabel = "FILE",
      description = "A file with such tasks, one STATE=ID on each line.")
  private @Nullable Path taskIdsFile;

  @Option(
      names = "--state-url",
      paramLabel = "URL",
      description =
          "For a test host: the URL that sets a provider state by POST, as Pact does. Without it"
              + " only GET is sent.")
  private @Nullable URI stateChangeUrl;

  @Option(
      names = "--time-limit",
      defaultValue = "60",
      paramLabel = "SECONDS",
      description =
          "The time for one response, from the request to its last byte (${DEFAULT-VALUE}). A host"
              + " that needs longer counts as unreachable.")
  private double timeLimit;

  /**
   * Builds the verification target.
   *
   * @param environment variables by name; the key is read from one of them
   * @throws IllegalArgumentException when an option is not valid; the message starts with its name
   * @throws IOException when the file of tasks cannot be read
   */
  LiveTarget target(Map<String, String> environment) throws IOException {
    LiveTarget target =
        withOptionName("--url", () -> LiveTarget.of(url, token(environment), allTaskIds()));
    URI states = stateChangeUrl;
    return states == null
        ? target
        : withOptionName("--state-url", () -> target.withStateChange(states, limits()));
  }

  /**
   * Returns the limits of each response.
   *
   * @throws IllegalArgumentException when the option is not valid; the message starts with its name
   */
  ExchangeLimits limits() {
    if (!(timeLimit >= 0.001 && timeLimit <= MAX_TIME_LIMIT)) {
      throw new IllegalArgumentException(
          "--time-limit: expected seconds from 0.001 to %d, found %s"
              .formatted(MAX_TIME_LIMIT, timeLimit));
    }
    return ExchangeLimits.DEFAULTS.withTotalTime(Duration.ofMillis(Math.round(timeLimit * 1_000)));
  }

  private interface TargetSupplier {
    LiveTarget get() throws IOException;
  }

  private static LiveTarget withOptionName(String option, TargetSupplier step) throws IOException {
    try {
      return step.get();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new IllegalArgumentException(
          message.startsWith("--") ? message : option + ": " + message, e);
    }
  }

  private @Nullable String token(Map<String, String> environment) {
    if (tokenVariable == null) {
      return null;
    }
    String token = environment.get(tokenVariable);
    if (token == null || token.isBlank()) {
      throw new IllegalArgumentException(
          "--token-env: the environment variable %s is empty. Set it to the host's key."
              .formatted(tokenVariable));
    }
    return token;
  }

  private Map<String, String> allTaskIds() throws IOException {
    Map<String, String> all = new TreeMap<>();
    if (taskIdsFile != null) {
      if (!Files.isRegularFile(taskIdsFile)) {
        throw new IllegalArgumentException(
            "--tasks: expected a file, found none at " + taskIdsFile);
      }
      Properties lines = new Properties();
      try (Reader file = Files.newBufferedReader(taskIdsFile)) {
        lines.load(file);
      }
      lines.stringPropertyNames().forEach(state -> all.put(state, lines.getProperty(state, "")));
    }
    all.putAll(taskIds);
    return all;
  }
}
