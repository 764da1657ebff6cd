package io.github.videotasks.cli;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.MaskedExcerpt;
import io.github.videotasks.ext.payload.Stage;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Exit codes, and the one line that says why a command ended with one. */
final class ExitStatus {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int UNREACHABLE = 3;
  static final int TIMED_OUT = 4;

  /** The code for an internal error in sysexits.h. */
  static final int INTERNAL_ERROR = 70;

  /** 128 + SIGINT, with which the JVM ends after Ctrl-C. */
  static final int INTERRUPTED = 130;

  /** The code of many waits is the first of these that one of them has. */
  private static final List<Integer> MOST_IMPORTANT =
      List.of(INTERNAL_ERROR, INTERRUPTED, USAGE, FAILED, UNREACHABLE, TIMED_OUT);

  private static final int MAX_MESSAGE = 1_000;

  private ExitStatus() {}

  /** Returns the code for a task that has this stage. */
  static int of(Stage stage) {
    return stage == Stage.FAILED || stage == Stage.CANCELLED ? FAILED : OK;
  }

  /** Returns the code for several results; {@link #OK} for none. */
  static int of(Collection<Integer> codes) {
    return MOST_IMPORTANT.stream().filter(codes::contains).findFirst().orElse(OK);
  }

  /** Returns the code for an error that ended a command or a wait. */
  static int of(Throwable error) {
    Throwable cause = unwrap(error);
    if (cause instanceof InterruptedException) {
      return INTERRUPTED;
    }
    if (cause instanceof VideoTasksException e) {
      return of(e);
    }
    return cause instanceof IOException ? USAGE : INTERNAL_ERROR;
  }

  private static int of(VideoTasksException error) {
    return switch (error.kind()) {
      case CONNECTION,
          UNKNOWN_HOST,
          UNTRUSTED_CERTIFICATE,
          CALL_TIMEOUT,
          SERVER_ERROR,
          CHALLENGE,
          RATE_LIMITED,
          UNREADABLE_RESPONSE,
          NOT_READY ->
          UNREACHABLE;
      case WAIT_TIMEOUT -> TIMED_OUT;
      case ENDPOINT_NOT_FOUND -> USAGE;
      case INTERRUPTED, CLOSED -> INTERRUPTED;
      default -> FAILED;
    };
  }

  /**
   * Returns whether a wait that ended with this error cannot be continued. An outage, a deadline
   * and a rejected key leave a task that still runs.
   */
  static boolean isFinal(Throwable error) {
    return unwrap(error) instanceof VideoTasksException e
        && switch (e.kind()) {
          case TASK_NOT_FOUND, ENDPOINT_NOT_FOUND, REJECTED, REDIRECTED, NO_FILE -> true;
          default -> false;
        };
  }

  /** Returns what an error says, on one line, without secrets and terminal escapes. */
  static String message(Throwable error) {
    Throwable cause = unwrap(error);
    if (cause instanceof FileSystemException file) {
      return oneLine(
          "%s: cannot be read or written (%s). Check the path and its permissions"
              .formatted(file.getFile(), file.getClass().getSimpleName()));
    }
    if (cause instanceof VideoTasksException || cause instanceof IOException) {
      return oneLine(OptionNames.inMessage(String.valueOf(cause.getMessage())));
    }
    if (cause instanceof InterruptedException) {
      return "interrupted";
    }
    return oneLine(
        "video-tasks: an error in the program itself: %s: %s. Please report it with the output of --stacktrace"
            .formatted(cause.getClass().getSimpleName(), cause.getMessage()));
  }

  /** Returns the message, and the heading of the guide that says more about this kind of error. */
  static String messageWithGuide(Throwable error) {
    String guide =
        unwrap(error) instanceof VideoTasksException e
            ? " (client-ext/TROUBLESHOOTING.md#" + e.kind().name().toLowerCase(Locale.ROOT) + ")"
            : "";
    return message(error) + guide;
  }

  /** Returns a text of any origin as one line, without secrets and terminal escapes. */
  static String oneLine(String text) {
    return MaskedExcerpt.of(text, MAX_MESSAGE);
  }

  /** Returns the error that a future reports. */
  static Throwable unwrap(Throwable error) {
    Throwable cause = error.getCause();
    boolean wrapped = error instanceof ExecutionException || error instanceof CompletionException;
    return wrapped && cause != null ? unwrap(cause) : error;
  }
}
