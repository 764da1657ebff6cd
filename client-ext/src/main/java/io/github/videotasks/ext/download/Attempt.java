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
record Attempt(Receiver receiver, Part part, boolean atGateway) {

  /** Opens the address with the headers of the request. */
  @FunctionalInterface
  interface Opener {
    Response open(Headers headers) throws IOException;
  }

  Outcome run(Opener opener, String host) throws StorageException {
    try (Response response = opener.open(headers())) {
      return judged(response);
    } catch (VideoTasksException e) {
      return new Outcome.Lost(e);
    } catch (StorageException e) {
      throw e;
    } catch (IOException e) {
      return PrivateAddressException.isCauseOf(e)
          ? new Outcome.Lost(UrlRule.privateAddress(host))
          : new Outcome.Again(Problems.connection(host, e));
    } catch (RuntimeException e) {
      // The HTTP library does not check all that a server says, such as a length below zero.
      return new Outcome.Again(Problems.connection(host, e));
    }
  }

  /** Without compression, which would make lengths and ranges those of something else. */
  private Headers headers() {
    Headers.Builder headers = new Headers.Builder().add("Accept-Encoding", "identity");
    String validator = part.validator();
    if (validator != null && part.position() > 0) {
      headers.add("Range", "bytes=" + receiver.start() + "-").add("If-Range", validator);
    }
    return headers.build();
  }

  private Outcome judged(Response response) throws IOException {
    String encoding = response.header("Content-Encoding", "identity");
    if (!"identity".equalsIgnoreCase(encoding)) {
      return lost(
          ErrorKind.UNEXPECTED_FILE, response, "expected the file as it is, found it packed");
    }
    return switch (response.code()) {
      case 200 -> receiver.whole(response);
      case 206 -> receiver.rest(response);
      case 416 -> {
        // What we have is no beginning of what there is now.
        part.restart(null, null);
        yield again(ErrorKind.BROKEN_FILE, response, "expected the rest of the file, found none");
      }
      case 408, 425 -> again(ErrorKind.SERVER_ERROR, response, "expected the file, found no time");
      case 429 -> again(ErrorKind.RATE_LIMITED, response, "expected the file, found a queue");
      case 400, 401, 403, 404, 410 -> gone(response);
      default ->
          response.code() >= 500
              ? again(ErrorKind.SERVER_ERROR, response, "expected the file, found the host failing")
              : lost(ErrorKind.REJECTED, response, "expected the file, found the request refused");
    };
  }

  /** Of a signed address all these say that it has ended, depending on who signs. */
  private Outcome gone(Response response) {
    if (!atGateway) {
      return new Outcome.Expired(
          Problems.of(
              ErrorKind.ADDRESS_EXPIRED,
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
    return lost(kind, response, "expected the gateway to serve the file, found it refused");
  }

  private static Outcome again(ErrorKind kind, Response response, String problem) {
    return new Outcome.Again(Problems.of(kind, response, problem));
  }

  private static Outcome lost(ErrorKind kind, Response response, String problem) {
    return new Outcome.Lost(Problems.of(kind, response, problem));
  }
}
