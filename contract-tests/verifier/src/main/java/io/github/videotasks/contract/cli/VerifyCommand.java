package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.http.ExchangeLimits;
import io.github.videotasks.contract.provider.LiveTarget;
import io.github.videotasks.contract.provider.PactFiles;
import io.github.videotasks.contract.provider.PactVerifier;
import io.github.videotasks.contract.provider.VerificationMatrix;
import io.github.videotasks.contract.provider.VerificationOutcome;
import io.github.videotasks.contract.provider.VerificationOutcome.Status;
import io.github.videotasks.contract.report.OutcomeReportBuilder;
import io.github.videotasks.contract.report.ReportWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      "2:wrong usage, or a file cannot be read",
      "3:the host is unreachable, or sends no complete response within the limits",
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

  @Option(
      names = "--pacts",
      paramLabel = "DIR",
      description = "A folder of pact files that replace those in this jar.")
  private @Nullable Path pacts;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "The folder for index.html, index.md and index.json.")
  private @Nullable Path report;

  private final Map<String, String> environment;

  /**
   * @param environment variables by name; the key is read from one of them
   */
  VerifyCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    try (TemporaryFolder temporary = TemporaryFolder.create()) {
      if (pacts == null) {
        BundledPacts.copyTo(temporary.path());
      }
      Path folder = pacts == null ? temporary.path() : pacts;
      List<VerificationOutcome> outcomes = verify(pactFiles(folder), target(), limits());
      if (report != null) {
        new ReportWriter(report).write(OutcomeReportBuilder.build(outcomes));
      }
      PrintWriter out = spec.commandLine().getOut();
      out.print(new VerificationMatrix(outcomes).text());
      out.flush();
      return exitCode(outcomes);
    }
  }

  private LiveTarget target() throws IOException {
    try {
      return targetOptions.target(environment);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private ExchangeLimits limits() {
    try {
      return targetOptions.limits();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private List<Path> pactFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(), "--pacts: expected a folder, found none at " + folder);
    }
    List<Path> files = PactFiles.forProvider(folder, provider);
    if (files.isEmpty()) {
      Set<String> knownProviders = new TreeSet<>();
      PactFiles.list(folder)
          .forEach(file -> knownProviders.add(PactFiles.pacticipant(file, "provider")));
      throw new ParameterException(
          spec.commandLine(),
          "--provider: expected one of %s, found '%s'. Use one of them or pass other --pacts."
              .formatted(knownProviders, provider));
    }
    return files;
  }

  private List<VerificationOutcome> verify(
      List<Path> contracts, LiveTarget target, ExchangeLimits limits) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf("Verifying %s against the contracts of %s%n", target.describe(""), provider);
    List<VerificationOutcome> outcomes = new ArrayList<>();
    for (Path contract : contracts) {
      outcomes.addAll(
          new PactVerifier(limits)
              .verify(
                  contract,
                  target,
                  it ->
                      err.printf(
                          "%s: %s: %s%n", it.consumer(), it.interaction(), it.status().label())));
    }
    return outcomes;
  }

  private static int exitCode(List<VerificationOutcome> outcomes) {
    if (outcomes.stream().anyMatch(it -> it.status() == Status.FAILED)) {
      return ExitCode.SOFTWARE;
    }
    return outcomes.stream().anyMatch(it -> it.status() == Status.UNREACHABLE)
        ? ContractVerifier.UNREACHABLE
        : ExitCode.OK;
  }

  /** A temporary folder that is deleted when it is closed. */
  private record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder create() throws IOException {
      return new TemporaryFolder(Files.createTempDirectory("contract-verifier"));
    }

    @Override
    public void close() throws IOException {
      try (Stream<Path> files = Files.walk(path)) {
        List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : innermostFirst) {
          Files.delete(file);
        }
      }
    }
  }
}
