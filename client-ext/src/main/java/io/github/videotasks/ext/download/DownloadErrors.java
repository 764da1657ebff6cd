package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.time.RetryAfter;
import java.time.Duration;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Creates the exceptions of downloads. Of a URL the messages contain only the host, of an exception
 * of the HTTP library only its class: its message may quote data sent by the server.
 */
final class DownloadErrors {

  private DownloadErrors() {}

  static VideoTasksException of(ErrorKind kind, String problem) {
    return VideoTasksException.of(problem, ErrorDetails.of(kind), null);
  }

  /** Creates an exception for a response of a server. */
  static VideoTasksException of(ErrorKind kind, Response response, String problem) {
    ErrorDetails details =
        new ErrorDetails(
            kind,
            response.code(),
            null,
            null,
            0,
            Duration.ZERO,
            RetryAfter.parse(response.header("Retry-After")));
    return VideoTasksException.of(host(response) + ": " + problem, details, null);
  }

  private static String host(Response response) {
    return response.request().url().host();
  }

  static VideoTasksException connection(String host, Exception error) {
    return of(
        ErrorKind.CONNECTION,
        host
            + ": expected the file, found a broken connection ("
            + error.getClass().getSimpleName()
            + "); check the URL and the network");
  }

  static VideoTasksException urlRefused(String host, String problem) {
    return of(ErrorKind.URL_REFUSED, host + ": " + problem);
  }

  /**
   * Creates an exception for a failed file operation.
   *
   * @param action the operation, as the end of a sentence: {@code write the partial file}
   */
  static VideoTasksException storage(String action, @Nullable Exception cause) {
    String reason =
        cause == null ? "an error" : cause.getClass().getSimpleName() + messageOf(cause);
    return VideoTasksException.of(
        "expected to "
            + action
            + ", found "
            + reason
            + "; check the folder, its free space and its permissions",
        ErrorDetails.of(ErrorKind.STORAGE),
        cause);
  }

  private static String messageOf(Exception cause) {
    return cause.getMessage() == null ? "" : ": " + cause.getMessage();
  }
}
