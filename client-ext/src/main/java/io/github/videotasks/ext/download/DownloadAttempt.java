package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Response;

/**
 * One request for a file, from its headers to its last byte.
 *
 * @param atGateway true if the file is requested from the gateway itself; HTTP 401 and 403 then
 *     concern the API key, not an expired URL
 */
record DownloadAttempt(BodyReceiver receiver, PartialFile file, boolean atGateway) {

  /** Sends the request with the given headers. */
  @FunctionalInterface
  interface Opener {
    Response open(Headers headers) throws IOException;
  }

  AttemptOutcome run(Opener opener, String host) throws StorageException {
    try (Response response = opener.open(requestHeaders())) {
      return outcomeOf(response);
    } catch (VideoTasksException e) {
      return new AttemptOutcome.Failed(e);
    } catch (StorageException e) {
      throw e;
    } catch (IOException e) {
      return BlockedIpAddressException.isCauseOf(e)
          ? new AttemptOutcome.Failed(DownloadUrlValidator.blockedIpAddress(host))
          : new AttemptOutcome.Retry(DownloadErrors.connection(host, e));
    } catch (RuntimeException e) {
      // OkHttp does not validate every header; a negative Content-Length, for example, ends here.
      return new AttemptOutcome.Retry(DownloadErrors.connection(host, e));
    }
  }

  /** Disables compression: lengths and ranges would refer to the compressed bytes. */
  private Headers requestHeaders() {
    Headers.Builder headers = new Headers.Builder().add("Accept-Encoding", "identity");
    String validator = file.validator();
    if (validator != null && file.position() > 0) {
      headers.add("Range", "bytes=" + receiver.rangeStart() + "-").add("If-Range", validator);
    }
    return headers.build();
  }

  private AttemptOutcome outcomeOf(Response response) throws IOException {
    String encoding = response.header("Content-Encoding", "identity");
    if (!"identity".equalsIgnoreCase(encoding)) {
      return failed(
          ErrorKind.UNEXPECTED_FILE,
          response,
          "expected an uncompressed response, found a Content-Encoding");
    }
    return switch (response.code()) {
      case 200 -> receiver.receiveFull(response);
      case 206 -> receiver.receiveRange(response);
      case 416 -> {
        // The partial file is not the start of the file that the host has now.
        file.restart(null, null);
        yield retry(
            ErrorKind.BROKEN_FILE,
            response,
            "expected the rest of the file, found that it has no such range");
      }
      case 408, 425 ->
          retry(ErrorKind.SERVER_ERROR, response, "expected the file, found a request to retry");
      case 429 -> retry(ErrorKind.RATE_LIMITED, response, "expected the file, found a rate limit");
      case 400, 401, 403, 404, 410 -> refusedOutcome(response);
      default ->
          response.code() >= 500
              ? retry(ErrorKind.SERVER_ERROR, response, "expected the file, found a server error")
              : failed(
                  ErrorKind.REJECTED, response, "expected the file, found the request rejected");
    };
  }

  /**
   * Handles the status codes that storage services send for an expired signed URL. Which of them
   * depends on the service.
   */
  private AttemptOutcome refusedOutcome(Response response) {
    if (!atGateway) {
      return new AttemptOutcome.UrlExpired(
          DownloadErrors.of(
              ErrorKind.URL_EXPIRED,
              response,
              "expected the file, found the URL rejected; it may have expired, or the file may be"
                  + " deleted"));
    }
    ErrorKind kind =
        switch (response.code()) {
          case 401 -> ErrorKind.UNAUTHORIZED;
          case 403 -> ErrorKind.FORBIDDEN;
          case 400 -> ErrorKind.REJECTED;
          default -> ErrorKind.NO_FILE;
        };
    return failed(kind, response, "expected the file from the gateway, found the request rejected");
  }

  private static AttemptOutcome retry(ErrorKind kind, Response response, String problem) {
    return new AttemptOutcome.Retry(DownloadErrors.of(kind, response, problem));
  }

  private static AttemptOutcome failed(ErrorKind kind, Response response, String problem) {
    return new AttemptOutcome.Failed(DownloadErrors.of(kind, response, problem));
  }
}
