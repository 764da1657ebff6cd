package io.github.videotasks.spec.cli;

import java.io.PrintWriter;

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
    if (SpecTool.run(log, log, check) != 0) {
      throw new CheckFailedException();
    }
  }

  private static final class CheckFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckFailedException() {
      super(
          "The contract was refused or has drifted; the list is above. Correct the pages or"
              + " corrections, or, if the changes are intended, accept them: "
              + CheckCommand.ACCEPT_COMMAND,
          null,
          false,
          false);
    }
  }
}
