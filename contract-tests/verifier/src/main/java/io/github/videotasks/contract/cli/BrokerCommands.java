package io.github.videotasks.contract.cli;

import au.com.dius.pact.core.pactbroker.To;
import io.github.videotasks.contract.broker.PactBroker;
import io.github.videotasks.contract.provider.PactFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code broker} with its subcommands. */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = "Sends requests to a Pact broker: publish, record, can-i-deploy, tag, deployed.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or yes",
      "1:no",
      "2:wrong usage",
      "3:the broker is unreachable or rejected the request",
      "70:an error in this program"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BrokerCommands {

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;

  /**
   * @param environment variables by name; the broker's URL and token are read from them
   */
  BrokerCommands(Map<String, String> environment) {
    this.environment = environment;
  }

  @Command(
      name = "publish",
      mixinStandardHelpOptions = true,
      description =
          "Publishes every pact of a folder as a contract of this version of the clients.")
  int publish(
      @Mixin BrokerOptions options,
      @Mixin VersionOptions version,
      @Option(names = "--pacts", required = true, paramLabel = "DIR") Path pacts) {
    PactBroker broker = broker(options);
    for (Path pact : PactFiles.list(pacts)) {
      broker.publish(pact, version.number, version.branch, version.tags);
      println("published " + pact.getFileName());
    }
    return ExitCode.OK;
  }

  @Command(
      name = "record",
      mixinStandardHelpOptions = true,
      description =
          "Records the results of 'verify --report DIR'; a contract without a verified interaction"
              + " is not recorded.")
  int record(
      @Mixin BrokerOptions options,
      @Mixin VersionOptions version,
      @Option(names = "--report", required = true, paramLabel = "DIR") Path report)
      throws IOException {
    PactBroker broker = broker(options);
    List<PactBroker.ContractResult> results = ContractResults.read(report.resolve("index.json"));
    for (PactBroker.ContractResult result : results) {
      broker.recordVerification(result, version.number, version.branch, version.tags);
      println(
          "recorded %s, %s: %s".formatted(result.consumer(), result.provider(), result.success()));
    }
    return ExitCode.OK;
  }

  @Command(
      name = "can-i-deploy",
      mixinStandardHelpOptions = true,
      description = "Checks whether a version may be deployed; exit code 0 is yes, 1 is no.")
  int canIDeploy(
      @Mixin BrokerOptions options,
      @Mixin PacticipantOptions pacticipant,
      @Option(names = "--to-environment", paramLabel = "NAME") @Nullable String toEnvironment,
      @Option(names = "--to-tag", paramLabel = "TAG") @Nullable String toTag) {
    PactBroker.DeploymentDecision decision =
        broker(options)
            .canIDeploy(pacticipant.name, pacticipant.version, new To(toTag, toEnvironment));
    println((decision.allowed() ? "yes: " : "no: ") + decision.reason());
    return decision.allowed() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  @Command(name = "tag", mixinStandardHelpOptions = true, description = "Tags a version.")
  int tag(
      @Mixin BrokerOptions options,
      @Mixin PacticipantOptions pacticipant,
      @Option(names = "--tag", required = true, paramLabel = "TAG") String tag) {
    broker(options).tagVersion(pacticipant.name, pacticipant.version, tag);
    println("tagged");
    return ExitCode.OK;
  }

  @Command(
      name = "deployed",
      mixinStandardHelpOptions = true,
      description = "Records that a version now runs in an environment.")
  int deployed(
      @Mixin BrokerOptions options,
      @Mixin PacticipantOptions pacticipant,
      @Option(names = "--environment", required = true, paramLabel = "NAME")
          String environmentName) {
    broker(options).recordDeployment(pacticipant.name, pacticipant.version, environmentName);
    println("recorded");
    return ExitCode.OK;
  }

  /** Options for the version that was built or verified. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  static final class VersionOptions {
    @Option(
        names = "--of",
        required = true,
        paramLabel = "VERSION",
        description = "The version, for example a commit.")
    private String number;

    @Option(names = "--branch", paramLabel = "NAME", description = "Its branch.")
    private @Nullable String branch;

    @Option(names = "--tag", paramLabel = "TAG", description = "A tag; may be repeated.")
    private List<String> tags = List.of();
  }

  /** Options for one version of one pacticipant. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  static final class PacticipantOptions {
    @Option(
        names = "--pacticipant",
        required = true,
        paramLabel = "NAME",
        description = "A client or a provider, as the pacts name it.")
    private String name;

    @Option(names = "--of", required = true, paramLabel = "VERSION", description = "Its version.")
    private String version;
  }

  private PactBroker broker(BrokerOptions options) {
    try {
      return options.broker(environment);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void println(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  /**
   * Options that select the broker. Its URL and token are read from environment variables, never
   * from the command line, where other users of the machine could see them.
   */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  static final class BrokerOptions {

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
}
