package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import java.io.IOException;
import java.util.Arrays;
import okhttp3.Protocol;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Moves the bytes of an answer into a part. Looks at the first ones before the first is written, so
 * that a page or an error object never begins a file.
 */
record Receiver(Part part, Asset.Kind kind, DownloadOptions options) {

  /**
   * Bytes that are fetched twice and compared, so that a wrong file is not glued to a right one.
   */
  static final int OVERLAP = 1024;

  private static final int CHUNK = 1 << 16;

  /** Where a request begins. */
  long start() {
    return part.validator() == null ? 0 : Math.max(0, part.position() - OVERLAP);
  }

  /** Takes a 200: the whole file, whatever was asked for. */
  Outcome whole(Response response) throws IOException {
    Long total = length(response);
    VideoTasksException tooMuch = tooMuch(response, total);
    if (tooMuch != null) {
      return new Outcome.Lost(tooMuch);
    }
    BufferedSource source = response.body().source();
    source.request(FileType.HEAD);
    byte[] head = source.peek().readByteArray(Math.min(FileType.HEAD, source.getBuffer().size()));
    FileType type = FileType.of(head);
    if (type == null || !type.fits(kind)) {
      return new Outcome.Lost(unexpected(response, type));
    }
    // Without a length nobody could tell later whether the rest is the rest.
    part.restart(total == null ? null : Validators.of(response), total);
    return append(response, source);
  }

  /** Takes a 206 that begins where the request did. */
  Outcome rest(Response response) throws IOException {
    ContentRange range = ContentRange.parse(response.header("Content-Range"));
    String validator = part.validator();
    Long total = part.total();
    if (range == null
        || validator == null
        || range.first() != start()
        || !Validators.agrees(response, validator)
        || (range.total() != null && !range.total().equals(total))) {
      part.restart(null, null);
      return again(response, "expected the rest of the file, found another part or another file");
    }
    BufferedSource source = response.body().source();
    byte[] before = part.read(range.first(), OVERLAP);
    source.require(before.length);
    if (!Arrays.equals(before, source.readByteArray(before.length))) {
      part.restart(null, null);
      return again(response, "expected the rest of the same file, found another content");
    }
    return append(response, source);
  }

  private Outcome append(Response response, BufferedSource source) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
      part.append(chunk, read);
      Intake.used();
      if (part.position() > options.limits().bytes()) {
        return new Outcome.Lost(tooLarge(response));
      }
    }
    Long total = part.total();
    if (total != null && part.position() < total) {
      return again(response, "expected %d bytes, found %d".formatted(total, part.position()));
    }
    if (total != null && part.position() > total) {
      part.restart(null, null);
      return again(response, "expected " + total + " bytes, found more");
    }
    return new Outcome.Whole(total != null || tellsItsEnd(response));
  }

  /** A body that ends with its connection ends in the same way when it is cut. */
  private static boolean tellsItsEnd(Response response) {
    return response.protocol() == Protocol.HTTP_2
        || "chunked".equalsIgnoreCase(response.header("Transfer-Encoding"));
  }

  private static @Nullable Long length(Response response) {
    long length = response.body().contentLength();
    return length < 0 ? null : length;
  }

  private @Nullable VideoTasksException tooMuch(Response response, @Nullable Long total) {
    Long expected = options.expected().bytes();
    if (total != null && total > options.limits().bytes()) {
      return tooLarge(response);
    }
    if (total != null && expected != null && !total.equals(expected)) {
      return Problems.of(
          ErrorKind.BROKEN_FILE,
          response,
          "expected a file of %d bytes, found one of %d".formatted(expected, total));
    }
    return null;
  }

  private VideoTasksException tooLarge(Response response) {
    return Problems.of(
        ErrorKind.TOO_LARGE,
        response,
        "expected at most "
            + options.limits().bytes()
            + " bytes, found more; raise withMaxBytes(…) if it is right");
  }

  private VideoTasksException unexpected(Response response, @Nullable FileType type) {
    return Problems.of(
        ErrorKind.UNEXPECTED_FILE,
        response,
        "expected a %s by its first bytes, found %s; ask for the task again and look at its answer"
            .formatted(
                Item.inWords(kind), type == null ? "no known kind of media" : type.mediaType()));
  }

  private static Outcome again(Response response, String problem) {
    return new Outcome.Again(Problems.of(ErrorKind.BROKEN_FILE, response, problem));
  }
}
