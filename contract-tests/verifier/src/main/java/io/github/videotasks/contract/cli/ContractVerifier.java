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

/** The contracts without a build: {@code java -jar contract-verifier.jar COMMAND}. */
@Command(
    name = "contract-verifier",
    mixinStandardHelpOptions = true,
    versionProvider = ContractVerifier.JarVersionProvider.class,
    description = "Holds the contracts of the Video Tasks clients against any host.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a contract is broken, or must not be deployed",
      "2:wrong usage",
      "3:the host or broker does not answer"
    })
public final class ContractVerifier {

  /** Neither verified nor broken: nothing answered. */
  static final int UNREACHABLE = 3;

  private ContractVerifier() {}

  /** The version of the jar that this class is in. */
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
   * @param out takes the results
   * @param err takes errors and progress
   * @param environment where tokens are found by name
   * @return the exit code, as {@code --help} lists them
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

  /** A file that cannot be read is told in a line; only our own mistakes show where they are. */
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

  /** Texts of hosts may be in any script, whatever the terminal's default is. */
  private static PrintWriter utf8Writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
