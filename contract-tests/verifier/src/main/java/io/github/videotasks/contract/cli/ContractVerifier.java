package io.github.videotasks.contract.cli;

import io.github.videotasks.contract.broker.BrokerException;
import io.github.videotasks.contract.provider.OutputMasker;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Command line of the contracts, without a build: {@code java -jar contract-verifier.jar}. */
@Command(
    name = "contract-verifier",
    mixinStandardHelpOptions = true,
    versionProvider = ContractVerifier.JarVersionProvider.class,
    description = "Verifies the contracts of the Video Tasks clients against any host.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a contract is broken, or must not be deployed",
      "2:wrong usage",
      "3:the host is unreachable, or the broker is unreachable or rejected the request",
      "4:a state of --require was not tried",
      "70:an error in this program"
    })
public final class ContractVerifier {

  /** Exit code when the host or broker is unreachable: neither verified nor broken. */
  static final int UNREACHABLE = 3;

  /** Exit code when a state that the caller requires was not tried. */
  static final int NOT_TRIED = 4;

  /** Exit code of a defect of this program, which says nothing about a contract. */
  static final int INTERNAL_ERROR = 70;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Prints the stack trace of an unexpected error.")
  private boolean stacktrace;

  private ContractVerifier() {}

  /** Prints the version of the jar that contains this class. */
  static final class JarVersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"contract-verifier " + version()};
    }
  }

  /** Returns the version of the jar; {@code unpacked} outside a jar. */
  static String version() {
    String version = ContractVerifier.class.getPackage().getImplementationVersion();
    return version == null ? "unpacked" : version;
  }

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args a command with its options; {@code --help} lists them
   */
  public static void main(String[] args) {
    System.exit(run(utf8Writer(System.out), utf8Writer(System.err), System.getenv(), args));
  }

  /**
   * Runs a command.
   *
   * @param out receives the results
   * @param err receives errors and progress
   * @param environment variables by name; tokens are read from them
   * @param args the command and its options
   * @return the exit code, as listed by {@code --help}
   */
  public static int run(
      PrintWriter out, PrintWriter err, Map<String, String> environment, String... args) {
    ContractVerifier verifier = new ContractVerifier();
    try {
      return new CommandLine(verifier)
          .addSubcommand(new VerifyCommand(environment))
          .addSubcommand(new ProvidersCommand())
          .addSubcommand(new ReplayCommand())
          .addSubcommand(new AutoComplete.GenerateCompletion())
          .addSubcommand(new BrokerCommands(environment))
          .setOut(out)
          .setErr(err)
          .setExecutionExceptionHandler((e, command, parsed) -> verifier.handleException(e, err))
          .execute(args);
    } catch (Error e) {
      // picocli handles exceptions only.
      return verifier.printInternalError(e, err);
    }
  }

  /** Prints one line for an unreadable file, a failed broker request or a bug of this program. */
  private int handleException(Exception e, PrintWriter err) {
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      err.println(new OutputMasker(null).mask(String.valueOf(e.getMessage())));
      return ExitCode.USAGE;
    }
    if (e instanceof BrokerException) {
      err.println(e.getMessage());
      return UNREACHABLE;
    }
    return printInternalError(e, err);
  }

  private int printInternalError(Throwable e, PrintWriter err) {
    err.printf(
        "contract-verifier: an error in the program itself: %s: %s. Please report it with the"
            + " output of --stacktrace.%n",
        e.getClass().getSimpleName(), new OutputMasker(null).mask(String.valueOf(e.getMessage())));
    if (stacktrace) {
      e.printStackTrace(err);
    }
    return INTERNAL_ERROR;
  }

  /** Returns a UTF-8 writer: texts of hosts may be in any script, whatever the default charset. */
  private static PrintWriter utf8Writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
