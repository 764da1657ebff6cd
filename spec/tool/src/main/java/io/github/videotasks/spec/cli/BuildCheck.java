package io.github.videotasks.spec.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Runs {@link CheckCommand} inside the JVM of a build. A failure is thrown as an exception, because
 * {@code System.exit} would end the build without a report. The exception has no stack trace,
 * because that would push the list of changes off the screen.
 */
final class BuildCheck {
  private BuildCheck() {}

  /**
   * Runs the check.
   *
   * @param args the options of {@code check}
   */
  public static void main(String[] args) {
    String[] check = new String[args.length + 1];
    check[0] = "check";
    System.arraycopy(args, 0, check, 1, args.length);
    // One stream for both: a build log that omits the error stream must contain the list too.
    PrintWriter log = SpecTool.utf8Writer(System.out);
    long start = System.nanoTime();
    int exit = SpecTool.run(log, log, check);
    printDuration(log, Duration.ofNanos(System.nanoTime() - start));
    if (exit != 0) {
      throw new CheckFailedException();
    }
  }

  /** Prints the share of the build so far, whose JVM this is. */
  private static void printDuration(PrintWriter log, Duration check) {
    Instant begin = ProcessHandle.current().info().startInstant().orElse(Instant.now());
    log.printf(
        Locale.ROOT,
        "Check of the contract: %.1f s of the %.1f s since the build began.%n",
        check.toMillis() / 1000.0,
        Duration.between(begin, Instant.now()).toMillis() / 1000.0);
  }

  private static final class CheckFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckFailedException() {
      super(
          "The contract was refused, has drifted or is not accepted completely; the list is above."
              + " Correct the pages or corrections, or, if the changes are intended, accept them: "
              + CheckCommand.ACCEPT_COMMAND,
          null,
          false,
          false);
    }
  }
}
