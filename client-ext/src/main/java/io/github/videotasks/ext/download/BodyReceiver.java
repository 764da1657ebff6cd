package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Protocol;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a response to a partial file. Checks the first bytes before it writes them, so
 * that an HTML page or a JSON error object is never stored as a file.
 */
record BodyReceiver(PartialFile file, Asset.Kind kind, DownloadOptions options) {

  /** Bytes that are requested again and compared, so that two different files are not joined. */
  static final int OVERLAP_BYTES = 1024;

  private static final int BUFFER_SIZE = 1 << 16;

  /** Returns the first byte to request. */
  long rangeStart() {
    return file.validator() == null ? 0 : Math.max(0, file.position() - OVERLAP_BYTES);
  }

  /** Receives a 200 response: the whole file, whatever range was requested. */
  AttemptOutcome receiveFull(Response response) throws IOException {
    Long total = contentLength(response);
    VideoTasksException sizeError = sizeError(response, total);
    if (sizeError != null) {
      return new AttemptOutcome.Failed(sizeError);
    }
    BufferedSource source = response.body().source();
    source.request(FileType.SIGNATURE_BYTES);
    byte[] head =
        source.peek().readByteArray(Math.min(FileType.SIGNATURE_BYTES, source.getBuffer().size()));
    FileType type = FileType.detect(head);
    if (type == null || !type.fits(kind)) {
      return new AttemptOutcome.Failed(unexpectedTypeError(response, type));
    }
    // Without a length, a later range could not be checked against the rest of the file.
    file.restart(total == null ? null : HttpValidators.strongValidator(response), total);
    return append(response, source);
  }

  /** Receives a 206 response; its range must start at the requested byte. */
  AttemptOutcome receiveRange(Response response) throws IOException {
    ContentRange range = ContentRange.parse(response.header("Content-Range"));
    String validator = file.validator();
    Long total = file.totalBytes();
    if (range == null
        || validator == null
        || range.first() != rangeStart()
        || !HttpValidators.matches(response, validator)
        || (range.total() != null && !range.total().equals(total))) {
      file.restart(null, null);
      return retry(response, "expected the rest of the file, found another range or another file");
    }
    BufferedSource source = response.body().source();
    byte[] before = file.read(range.first(), OVERLAP_BYTES);
    source.require(before.length);
    if (!Arrays.equals(before, source.readByteArray(before.length))) {
      file.restart(null, null);
      return retry(response, "expected the rest of the same file, found different content");
    }
    return append(response, source);
  }

  private AttemptOutcome append(Response response, BufferedSource source) throws IOException {
    byte[] chunk = new byte[BUFFER_SIZE];
    for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
      file.append(chunk, read);
      SocketReadLimit.reset();
      if (file.position() > options.limits().maxBytes()) {
        return new AttemptOutcome.Failed(tooLargeError(response));
      }
    }
    Long total = file.totalBytes();
    if (total != null && file.position() < total) {
      return retry(response, "expected %d bytes, found %d".formatted(total, file.position()));
    }
    if (total != null && file.position() > total) {
      file.restart(null, null);
      return retry(response, "expected " + total + " bytes, found more");
    }
    return new AttemptOutcome.BodyReceived(total != null || hasExplicitEnd(response));
  }

  /** A body that ends with the connection cannot be distinguished from a truncated one. */
  private static boolean hasExplicitEnd(Response response) {
    return response.protocol() == Protocol.HTTP_2
        || "chunked".equalsIgnoreCase(response.header("Transfer-Encoding"));
  }

  private static @Nullable Long contentLength(Response response) {
    long length = response.body().contentLength();
    return length < 0 ? null : length;
  }

  private @Nullable VideoTasksException sizeError(Response response, @Nullable Long total) {
    Long expected = options.expected().bytes();
    if (total != null && total > options.limits().maxBytes()) {
      return tooLargeError(response);
    }
    if (total != null && expected != null && !total.equals(expected)) {
      return DownloadErrors.of(
          ErrorKind.BROKEN_FILE,
          response,
          "expected a file of %d bytes, found one of %d".formatted(expected, total));
    }
    return null;
  }

  private VideoTasksException tooLargeError(Response response) {
    return DownloadErrors.of(
        ErrorKind.TOO_LARGE,
        response,
        "expected at most "
            + options.limits().maxBytes()
            + " bytes, found more; raise withMaxBytes(…) if the file may be that large");
  }

  private VideoTasksException unexpectedTypeError(Response response, @Nullable FileType type) {
    return DownloadErrors.of(
        ErrorKind.UNEXPECTED_FILE,
        response,
        "expected a %s by its first bytes, found %s; fetch the task again and check its URLs"
            .formatted(
                DownloadItem.kindName(kind),
                type == null ? "no known media type" : type.mediaType()));
  }

  private static AttemptOutcome retry(Response response, String problem) {
    return new AttemptOutcome.Retry(DownloadErrors.of(ErrorKind.BROKEN_FILE, response, problem));
  }

  /**
   * The header {@code Content-Range} of a 206 response.
   *
   * @param first the offset of the first byte
   * @param last the offset of the last byte, inclusive
   * @param total the length of the whole file; null if the server does not know it
   */
  private record ContentRange(long first, long last, @Nullable Long total) {

    private static final Pattern SYNTAX =
        Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    /** Parses the header; null if it is missing or invalid. */
    static @Nullable ContentRange parse(@Nullable String header) {
      Matcher matcher = SYNTAX.matcher(header == null ? "" : header.strip());
      if (!matcher.matches()) {
        return null;
      }
      Long total = matcher.group(3).equals("*") ? null : Long.valueOf(matcher.group(3));
      ContentRange range =
          new ContentRange(
              Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), total);
      boolean valid = range.first <= range.last && (total == null || range.last < total);
      return valid ? range : null;
    }
  }
}
