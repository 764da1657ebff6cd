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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;

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
      "3:the host is unreachable, or the broker is unreachable or rejected the request"
    })
public final class ContractVerifier {

  /** Exit code when the host or broker is unreachable: neither verified nor broken. */
  static final int UNREACHABLE = 3;

  private ContractVerifier() {}

  /** Prints the version of the jar that contains this class. */
  static final class JarVersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = ContractVerifier.class.getPackage().getImplementationVersion();
      return new String[] {"contract-verifier " + (version == null ? "unpacked" : version)};
    }
  }

  /** Runs a command and ends the process with its exit code. */
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
    return new CommandLine(new ContractVerifier())
        .addSubcommand(new VerifyCommand(environment))
        .addSubcommand(new BrokerCommands(environment))
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((e, command, parsed) -> handleException(e, command))
        .execute(args);
  }

  /**
   * Prints one line for an unreadable file or a failed broker request. Any other exception is a bug
   * of this program and keeps its stack trace.
   */
  private static int handleException(Exception e, CommandLine command) throws Exception {
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      command.getErr().println(new OutputMasker(null).mask(String.valueOf(e.getMessage())));
      return ExitCode.USAGE;
    }
    if (e instanceof BrokerException) {
      command.getErr().println(e.getMessage());
      return UNREACHABLE;
    }
    throw e;
  }

  /** Returns a UTF-8 writer: texts of hosts may be in any script, whatever the default charset. */
  private static PrintWriter utf8Writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
