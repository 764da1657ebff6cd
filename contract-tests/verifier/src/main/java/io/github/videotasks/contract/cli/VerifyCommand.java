package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.http.ExchangeLimits;
import io.github.videotasks.contract.provider.LiveTarget;
import io.github.videotasks.contract.provider.PactInteraction;
import io.github.videotasks.contract.provider.PactVerifier;
import io.github.videotasks.contract.provider.ResponseListener;
import io.github.videotasks.contract.provider.VerificationMatrix;
import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.report.GitHubOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code verify}: verifies the contracts of one provider against one host. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = ContractVerifier.JarVersionProvider.class,
    description = {
      "Verifies the contracts of a provider against a host and prints the results.",
      "Nothing is created or paid for: tasks are only read. A state without a task id is skipped."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every contract that could be verified is kept",
      "1:some contract is broken",
      "2:wrong usage, or a file cannot be read or written; a broken contract counts more",
      "3:the host is unreachable, or sends no complete response within the limits",
      "4:a state of --require was not tried",
      "70:an error in this program"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--provider",
      required = true,
      paramLabel = "ID",
      description = "The provider whose contracts are verified, for example chainhub-grok.")
  private String provider;

  @Mixin private TargetOptions targetOptions;

  @Mixin private StateOptions states;

  @Option(
      names = "--pacts",
      paramLabel = "DIR",
      description = "A folder of pact files that replace those in this jar.")
  private @Nullable Path pacts;

  @Mixin private OutputOptions output;

  @Mixin private RecordOption record;

  private final Map<String, String> environment;

  /**
   * @param environment variables by name; the key is read from one of them
   */
  VerifyCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    try (PactFolder folder = PactFolder.of(pacts, spec)) {
      List<Path> files = folder.filesOf(provider);
      LiveTarget target = target();
      ExchangeLimits limits = validOption(targetOptions::limits);
      List<PactInteraction> interactions = PactInteraction.read(files);
      ResponseListener listener =
          validOption(
              () -> {
                states.validate(interactions, target.taskStates());
                output.validate();
                return record.start(provider, target.token());
              });
      PactVerifier verifier = new PactVerifier(limits, listener);
      List<VerificationOutcome> outcomes = verify(files, target, verifier, interactions.size());
      OutputWrites writes = new OutputWrites(spec.commandLine().getErr());
      output.write(writes, outcomes, pacts == null, environment);
      GitHubOutput gitHub = new GitHubOutput(environment);
      writes.run("GITHUB_STEP_SUMMARY", () -> gitHub.appendSummary(outcomes));
      PrintWriter out = spec.commandLine().getOut();
      out.print(new VerificationMatrix(outcomes).text(TerminalColours.of(environment)::paint));
      List<String> untried = states.untried(outcomes);
      if (!untried.isEmpty()) {
        out.printf("Required and not tried: %s%n", String.join(", ", untried));
      }
      gitHub.annotations(outcomes).forEach(out::println);
      out.flush();
      writes.run("--record", () -> record.write(provider, spec.commandLine().getErr()));
      return writes.exitCode(exitCode(outcomes, untried));
    }
  }

  private <T> T validOption(Supplier<T> option) {
    try {
      return option.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private LiveTarget target() throws IOException {
    try {
      return targetOptions.target(environment);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private List<VerificationOutcome> verify(
      List<Path> contracts, LiveTarget target, PactVerifier verifier, int interactions) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf("Verifying %s against the contracts of %s%n", target.describe(""), provider);
    TerminalColours colours = TerminalColours.of(environment);
    List<VerificationOutcome> outcomes = new ArrayList<>();
    for (Path contract : contracts) {
      verifier.verify(
          contract,
          target,
          it -> {
            outcomes.add(it);
            err.printf(
                "%d of %d, %s: %s: %s%n",
                outcomes.size(),
                interactions,
                it.consumer(),
                it.interaction(),
                colours.paint(it.status(), it.status().label()));
          });
    }
    return outcomes;
  }

  private static int exitCode(List<VerificationOutcome> outcomes, List<String> untried) {
    if (outcomes.stream().anyMatch(it -> it.status() == Status.FAILED)) {
      return ExitCode.SOFTWARE;
    }
    if (outcomes.stream().anyMatch(it -> it.status() == Status.UNREACHABLE)) {
      return ContractVerifier.UNREACHABLE;
    }
    return untried.isEmpty() ? ExitCode.OK : ContractVerifier.NOT_TRIED;
  }
}
