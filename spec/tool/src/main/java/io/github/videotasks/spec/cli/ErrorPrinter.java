package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.InternalErrorException;
import io.github.videotasks.spec.fetch.UnresponsiveHostException;
import io.github.videotasks.spec.finding.RejectedInputException;
import io.github.videotasks.spec.page.MessageText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import picocli.CommandLine.ExitCode;

/** Prints on one line why a command failed: {@code file:line: [rule] message. remedy.} */
final class ErrorPrinter {
  private ErrorPrinter() {}

  /**
   * Prints an exception as one line.
   *
   * @param e the exception that ended the command
   * @param err the writer for errors
   * @param stacktrace whether to print the stack trace as well; it helps only with defects of the
   *     tool
   * @return the exit code: 1 refused, 3 a host does not respond, 70 a defect of the tool
   */
  static int print(Exception e, PrintWriter err, boolean stacktrace) {
    err.println(format(e));
    if (stacktrace) {
      e.printStackTrace(err);
    }
    if (e instanceof UnresponsiveHostException) {
      return SpecTool.EXIT_UNRESPONSIVE_HOST;
    }
    boolean refused = e instanceof RejectedInputException || e instanceof IOException;
    return refused ? ExitCode.SOFTWARE : SpecTool.EXIT_INTERNAL_ERROR;
  }

  private static String format(Exception e) {
    if (e instanceof RejectedInputException refused) {
      return refused.finding().toString();
    }
    if (e instanceof FileSystemException file) {
      return file.getFile()
          + ": cannot be read or written ("
          + e.getClass().getSimpleName()
          + "). Check the path and its permissions.";
    }
    if (e instanceof IOException) {
      return "cannot read or write: " + e.getMessage() + ". Check the path and its permissions.";
    }
    boolean pageKnown = e instanceof InternalErrorException;
    Throwable cause = e.getCause() == null || !pageKnown ? e : e.getCause();
    return (pageKnown ? e.getMessage() : "spec-tool")
        + ": an error in the tool itself: "
        + cause.getClass().getSimpleName()
        + ": "
        + MessageText.excerpt(String.valueOf(cause.getMessage()))
        + ". Please report it with the page and the output of --stacktrace.";
  }
}
