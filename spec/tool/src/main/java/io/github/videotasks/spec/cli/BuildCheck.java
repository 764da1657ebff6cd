package io.github.videotasks.spec.cli;

import java.io.PrintWriter;

/**
 * {@link CheckCommand} for a build that runs it in its own JVM: a failure is thrown, because ending
 * the process would end the build without a report, and it has no stack trace, because that would
 * push the list of changes off the screen.
 */
final class BuildCheck {
  private BuildCheck() {}

  /** Takes the options of {@code check}. */
  public static void main(String[] args) {
    String[] check = new String[args.length + 1];
    check[0] = "check";
    System.arraycopy(args, 0, check, 1, args.length);
    // One stream: a build's log that is kept without its error stream must hold the list too.
    PrintWriter log = SpecTool.utf8Writer(System.out);
    if (SpecTool.run(log, log, check) != 0) {
      throw new CheckFailedException();
    }
  }

  private static final class CheckFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CheckFailedException() {
      super(
          "The contract was refused or has drifted: the list stands above. Correct the pages or"
              + " corrections, or, if the changes are meant, accept them: "
              + CheckCommand.ACCEPT_COMMAND,
          null,
          false,
          false);
    }
  }
}
