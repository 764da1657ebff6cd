package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorDetails;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.time.Duration;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The errors of downloads. Of an address they tell the host alone, of an error of the HTTP library
 * the class alone: its message may quote what the server sent.
 */
final class DownloadErrors {

  private DownloadErrors() {}

  static VideoTasksException of(ErrorKind kind, String problem) {
    return VideoTasksException.of(problem, ErrorDetails.of(kind), null);
  }

  /** About an answer of a server. */
  static VideoTasksException of(ErrorKind kind, Response response, String problem) {
    ErrorDetails details =
        new ErrorDetails(
            kind,
            response.code(),
            null,
            null,
            0,
            Duration.ZERO,
            RetryAfterHeader.parse(response.header("Retry-After")));
    return VideoTasksException.of(host(response) + ": " + problem, details, null);
  }

  private static String host(Response response) {
    return response.request().url().host();
  }

  static VideoTasksException connection(String host, Exception error) {
    return of(
        ErrorKind.CONNECTION,
        host
            + ": expected the file, found the connection broken ("
            + error.getClass().getSimpleName()
            + "); check the address and the network");
  }

  static VideoTasksException urlRefused(String host, String problem) {
    return of(ErrorKind.URL_REFUSED, host + ": " + problem);
  }

  static VideoTasksException storage(String doing, @Nullable Exception cause) {
    String why = cause == null ? "" : ": " + cause.getClass().getSimpleName() + reason(cause);
    return VideoTasksException.of(
        "expected to " + doing + ", found it impossible" + why,
        ErrorDetails.of(ErrorKind.STORAGE),
        cause);
  }

  private static String reason(Exception cause) {
    return cause.getMessage() == null ? "" : ", " + cause.getMessage();
  }
}
