package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Response;

/**
 * One request for a file, from its headers to its last byte.
 *
 * @param atGateway whether the gateway itself is asked, where a refusal means the key
 */
record DownloadAttempt(BodyReceiver receiver, PartialFile file, boolean atGateway) {

  /** Opens the address with the headers of the request. */
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
      // The HTTP library does not check all that a server says, such as a length below zero.
      return new AttemptOutcome.Retry(DownloadErrors.connection(host, e));
    }
  }

  /** Without compression, which would make lengths and ranges those of something else. */
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
          ErrorKind.UNEXPECTED_FILE, response, "expected the file as it is, found it packed");
    }
    return switch (response.code()) {
      case 200 -> receiver.receiveFull(response);
      case 206 -> receiver.receiveRange(response);
      case 416 -> {
        // What we have is no beginning of what there is now.
        file.restart(null, null);
        yield retry(ErrorKind.BROKEN_FILE, response, "expected the rest of the file, found none");
      }
      case 408, 425 -> retry(ErrorKind.SERVER_ERROR, response, "expected the file, found no time");
      case 429 -> retry(ErrorKind.RATE_LIMITED, response, "expected the file, found a queue");
      case 400, 401, 403, 404, 410 -> refusedOutcome(response);
      default ->
          response.code() >= 500
              ? retry(ErrorKind.SERVER_ERROR, response, "expected the file, found the host failing")
              : failed(
                  ErrorKind.REJECTED, response, "expected the file, found the request refused");
    };
  }

  /** Of a signed address all these say that it has ended, depending on who signs. */
  private AttemptOutcome refusedOutcome(Response response) {
    if (!atGateway) {
      return new AttemptOutcome.UrlExpired(
          DownloadErrors.of(
              ErrorKind.URL_EXPIRED,
              response,
              "expected the file, found the address refused; the file may be deleted by now"));
    }
    ErrorKind kind =
        switch (response.code()) {
          case 401 -> ErrorKind.UNAUTHORIZED;
          case 403 -> ErrorKind.FORBIDDEN;
          case 400 -> ErrorKind.REJECTED;
          default -> ErrorKind.NO_FILE;
        };
    return failed(kind, response, "expected the gateway to serve the file, found it refused");
  }

  private static AttemptOutcome retry(ErrorKind kind, Response response, String problem) {
    return new AttemptOutcome.Retry(DownloadErrors.of(kind, response, problem));
  }

  private static AttemptOutcome failed(ErrorKind kind, Response response, String problem) {
    return new AttemptOutcome.Failed(DownloadErrors.of(kind, response, problem));
  }
}
