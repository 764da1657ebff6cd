package io.github.videotasks.ext.download;

import io.github.videotasks.ext.download.FileRequester.FileResponse;
import io.github.videotasks.ext.download.FileRequester.Sender;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Headers;
import okhttp3.Response;

/**
 * One request for a file, from its headers to its last byte.
 *
 * <p>The meaning of an HTTP status depends on who sent it: 401 and 403 of the gateway concern the
 * API key, those of a file host an expired URL; 400 and 404 of the gateway mean that the file is
 * not ready.
 */
record DownloadAttempt(
    BodyReceiver receiver, PartialFile file, GatewayAccess gateway, DownloadItem item) {

  /** Sends the request with the given headers. */
  @FunctionalInterface
  interface Opener {
    FileResponse open(Headers headers) throws IOException;
  }

  AttemptOutcome run(Opener opener) throws StorageException {
    try {
      FileResponse opened = opener.open(requestHeaders());
      try (Response response = opened.response()) {
        return outcomeOf(opened.sender(), response);
      }
    } catch (VideoTasksException e) {
      return new AttemptOutcome.Failed(e);
    } catch (StorageException e) {
      throw e;
    } catch (IOException e) {
      if (e.getCause() instanceof VideoTasksException known) {
        // An interceptor has already described the error, such as an API key that is missing.
        return new AttemptOutcome.Failed(known);
      }
      return BlockedIpAddressException.isCauseOf(e)
          ? new AttemptOutcome.Failed(DownloadUrlValidator.blockedIpAddress(item.host()))
          : new AttemptOutcome.Retry(DownloadErrors.connection(item.host(), e));
    } catch (RuntimeException e) {
      // OkHttp does not validate every header; a negative Content-Length, for example, ends here.
      return new AttemptOutcome.Retry(DownloadErrors.connection(item.host(), e));
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

  private AttemptOutcome outcomeOf(Sender sender, Response response) throws IOException {
    boolean fromGateway = sender == Sender.GATEWAY;
    String encoding = response.header("Content-Encoding", "identity");
    boolean compressed = !"identity".equalsIgnoreCase(encoding);
    return switch (response.code()) {
      case 200, 206 -> {
        if (compressed) {
          yield new AttemptOutcome.Failed(
              DownloadErrors.of(
                  ErrorKind.UNEXPECTED_FILE,
                  response,
                  "expected an uncompressed response, found a Content-Encoding"));
        }
        if (response.code() == 206) {
          yield receiver.receiveRange(response);
        }
        yield fromGateway && startsAsJson(response)
            ? gatewayOutcome(response)
            : receiver.receiveFull(response);
      }
      case 416 -> {
        // The partial file is not the start of the file that the host has now.
        file.restart(null, null);
        yield retry(
            ErrorKind.BROKEN_FILE,
            response,
            "expected the rest of the file, found that it has no such range");
      }
      default -> fromGateway ? gatewayOutcome(response) : hostOutcome(sender, response);
    };
  }

  private static boolean startsAsJson(Response response) throws IOException {
    byte[] start = response.peekBody(FileType.SIGNATURE_BYTES).bytes();
    String text = new String(start, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
    return text.startsWith("{") || text.startsWith("[") || text.startsWith("\"");
  }

  /** Handles a response of the content endpoint that is not the file. */
  private AttemptOutcome gatewayOutcome(Response response) {
    VideoTasksException error = gateway.contentError(item.id(), response);
    if (error.kind() == ErrorKind.NOT_READY) {
      return new AttemptOutcome.NotReady(error);
    }
    return error.isRetryable() ? new AttemptOutcome.Retry(error) : new AttemptOutcome.Failed(error);
  }

  private static AttemptOutcome hostOutcome(Sender sender, Response response) {
    return switch (response.code()) {
      case 408, 425 ->
          retry(ErrorKind.SERVER_ERROR, response, "expected the file, found a request to retry");
      case 429 -> retry(ErrorKind.RATE_LIMITED, response, "expected the file, found a rate limit");
      case 400, 401, 403, 404, 410 -> refusedOutcome(sender, response);
      default ->
          response.code() >= 500
              ? retry(ErrorKind.SERVER_ERROR, response, "expected the file, found a server error")
              : new AttemptOutcome.Failed(
                  DownloadErrors.of(
                      ErrorKind.REJECTED,
                      response,
                      "expected the file, found the request rejected"));
    };
  }

  /**
   * Handles the status codes that storage services send for an expired signed URL. Which of them
   * depends on the service. A new URL comes from where the old one came from: from the content
   * endpoint, or from the task.
   */
  private static AttemptOutcome refusedOutcome(Sender sender, Response response) {
    VideoTasksException error =
        DownloadErrors.of(
            ErrorKind.URL_EXPIRED,
            response,
            "expected the file, found the URL rejected; it may have expired, or the file may be"
                + " deleted");
    return sender == Sender.LINKED_BY_GATEWAY
        ? new AttemptOutcome.Retry(error)
        : new AttemptOutcome.UrlExpired(error);
  }

  private static AttemptOutcome retry(ErrorKind kind, Response response, String problem) {
    return new AttemptOutcome.Retry(DownloadErrors.of(kind, response, problem));
  }
}
