package io.github.videotasks.cli;

import io.github.videotasks.ext.EndpointStyle;
import io.github.videotasks.ext.Gateway;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.VideoTasksBuilder;
import io.github.videotasks.ext.polling.WaitSnapshot;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that select the gateway and its key. The key is read from the environment only. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class GatewayOptions {
  private static final String GATEWAY_VARIABLE = "VIDEO_TASKS_GATEWAY";

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-g", "--gateway"},
      paramLabel = "NAME|URL",
      description =
          "chainhub, jxincm, or the base URL of another gateway: https, or http on loopback."
              + " Default: the variable VIDEO_TASKS_GATEWAY.")
  private @Nullable String gateway;

  @Option(
      names = "--endpoint",
      paramLabel = "PATH",
      description =
          "UNIFIED (default), OPENAI, or another path with {id}, such as"
              + " /v1/video/generations/{id}.")
  private @Nullable String endpoint;

  @Option(
      names = "--key-env",
      defaultValue = "VIDEO_TASKS_API_KEY",
      paramLabel = "NAME",
      description =
          "The environment variable that holds the API key (${DEFAULT-VALUE}). It is never"
              + " printed.")
  private String keyVariable;

  @Option(
      names = "--allow-http",
      description = "Allows http beyond this machine: the key can be read on the network.")
  private boolean allowHttp;

  /**
   * Creates the client.
   *
   * @param context the process
   * @param settings further settings of the client
   * @throws ParameterException if an option is not valid or the key is missing
   */
  VideoTasks open(CliContext context, UnaryOperator<VideoTasksBuilder> settings) {
    VideoTasksBuilder builder = context.clients().get();
    builder.userAgent("video-tasks-cli/" + VideoTasksCommand.version());
    String key = key(context);
    checked("--key-env", () -> builder.apiKey(key));
    builder.baseUrl(baseUrl(context));
    if (allowHttp) {
      builder.allowPlainHttp();
    }
    EndpointStyle style = endpoint();
    if (style != null) {
      builder.endpoint(style);
    }
    VideoTasksBuilder complete = settings.apply(builder);
    return checked("--gateway", complete::build);
  }

  private @Nullable EndpointStyle endpoint() {
    String path = endpoint;
    return path == null ? null : checked("--endpoint", () -> EndpointStyle.valueOf(path));
  }

  /**
   * Checks that the endpoint of the command line, if there is one, is the one that each stored wait
   * polls: a continued wait keeps its endpoint.
   *
   * @throws ParameterException if it is another one
   */
  void requireEndpointOf(Collection<WaitSnapshot> waits) {
    EndpointStyle style = endpoint();
    if (style == null) {
      return;
    }
    for (WaitSnapshot wait : waits) {
      // A snapshot of a scripted gateway has no endpoint.
      if (!wait.endpoint().isEmpty()
          && !checked("--resume", () -> EndpointStyle.valueOf(wait.endpoint())).equals(style)) {
        throw usage(
            "--endpoint: expected %s, which the stored wait for %s keeps, found %s. Leave it out, or pass another file to --resume"
                .formatted(wait.endpoint(), wait.id(), endpoint));
      }
    }
  }

  private String key(CliContext context) {
    String key = context.environment().getOrDefault(keyVariable, "").strip();
    if (key.isEmpty()) {
      throw usage(
          "expected the API key of the gateway in the environment variable %s, found none. Set it,"
                  .formatted(keyVariable)
              + " or name another variable with --key-env");
    }
    return key;
  }

  private String baseUrl(CliContext context) {
    String value =
        gateway != null ? gateway : context.environment().getOrDefault(GATEWAY_VARIABLE, "");
    if (value.contains("://")) {
      return value;
    }
    return Arrays.stream(Gateway.values())
        .filter(each -> name(each).equalsIgnoreCase(value))
        .findFirst()
        .map(Gateway::baseUrl)
        .orElseThrow(() -> unknownGateway(value));
  }

  private ParameterException unknownGateway(String value) {
    String names =
        Arrays.stream(Gateway.values()).map(GatewayOptions::name).collect(Collectors.joining(", "));
    return usage(
        "--gateway: expected %s or a base URL such as https://HOST, found %s"
            .formatted(
                names,
                value.isEmpty() ? "none. Pass it, or set " + GATEWAY_VARIABLE : "'" + value + "'"));
  }

  private static String name(Gateway gateway) {
    return gateway.name().toLowerCase(Locale.ROOT);
  }

  /** A step that rejects the value of an option. */
  private interface Step<T> {
    T run();
  }

  private <T> T checked(String option, Step<T> step) {
    try {
      return step.run();
    } catch (IllegalArgumentException e) {
      throw usage(option + ": " + e.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
