package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Asset;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a download that blocks: takes a part, fetches into it, looks at it, gives it its
 * name. Used by one thread at a time; only {@link #abort} and the numbers are for others too.
 */
final class Transfer {

  private static final System.Logger LOG = System.getLogger(Transfer.class.getName());

  private final DownloadContext context;
  private final Path folder;
  private final DownloadOptions options;
  private final AtomicInteger requests = new AtomicInteger();

  private volatile @Nullable Call currentCall;
  private volatile boolean abort;
  private volatile @Nullable PartialFile file;
  private @Nullable PartialFileSlots slots;

  Transfer(DownloadContext shop, Path folder, DownloadOptions options) {
    this.context = shop;
    this.folder = folder;
    this.options = options;
  }

  /** Takes a part, with what an earlier download has left in it. */
  void acquireFile(DownloadItem item) throws StorageException {
    try {
      Files.createDirectories(folder);
      PartialFileSlots places =
          new PartialFileSlots(
              context.storage(), folder.toRealPath(), item.baseName(), item.fileKey());
      slots = places;
      file = places.acquire();
    } catch (IOException e) {
      throw new StorageException("begin a file in " + folder, e);
    }
    if (file == null) {
      throw new StorageException(
          "begin a file in " + folder, new IOException("too many downloads of it at once"));
    }
  }

  /** Makes one request for what is missing; with the last byte the file gets its name. */
  AttemptOutcome attempt(DownloadItem item) throws StorageException {
    PartialFile open = file;
    if (open == null) {
      throw new IllegalStateException("expected a part, found none");
    }
    abort = false;
    SocketReadLimit.start();
    try {
      BodyReceiver receiver = new BodyReceiver(open, item.kind(), options);
      AttemptOutcome outcome =
          new DownloadAttempt(receiver, open, item.asset() == null)
              .run(headers -> openResponse(item, headers), item.host());
      return outcome instanceof AttemptOutcome.BodyReceived whole
          ? complete(item, open, whole)
          : outcome;
    } finally {
      SocketReadLimit.stop();
      currentCall = null;
    }
  }

  private Response openResponse(DownloadItem item, Headers headers) throws IOException {
    RedirectFollower hops =
        new RedirectFollower(
            context.httpClients().forScope(options.networkScope()),
            new DownloadUrlValidator(options.networkScope()),
            headers,
            this::onCall);
    Asset asset = item.asset();
    return asset == null
        ? hops.open(context.gateway().newContentCall(item.id(), headers))
        : hops.open(asset.url());
  }

  private void onCall(Call call) {
    requests.incrementAndGet();
    currentCall = call;
    if (abort) {
      call.cancel();
    }
  }

  private AttemptOutcome complete(
      DownloadItem item, PartialFile open, AttemptOutcome.BodyReceived whole)
      throws StorageException {
    FileVerifier inspection = new FileVerifier(open, item, options.expected());
    FileType type = inspection.detectType();
    if (type == null) {
      open.restart(null, null);
      return new AttemptOutcome.Retry(inspection.unexpectedType());
    }
    VideoTasksException fault = inspection.findFault(type, whole.endConfirmed());
    if (fault != null) {
      open.restart(null, null);
      return new AttemptOutcome.Retry(fault);
    }
    Path target = folder.resolve(item.baseName() + "." + type.extension());
    Download download =
        new Download(
            item.id(),
            item.kind(),
            target,
            open.position(),
            open.sha256(),
            type.mediaType(),
            open.resumedFrom(),
            requests.get());
    open.finish(target);
    deleteAbandonedFiles();
    return new AttemptOutcome.Completed(download);
  }

  private void deleteAbandonedFiles() {
    try {
      if (slots != null) {
        slots.deleteAbandoned();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "what earlier downloads left could not be deleted");
    }
  }

  /** Breaks the connection; the attempt then comes back. */
  void abort() {
    abort = true;
    Call call = currentCall;
    if (call != null) {
      call.cancel();
    }
  }

  /** The bytes so far, those of an earlier download included. */
  long receivedBytes() {
    PartialFile open = file;
    return open == null ? 0 : open.position();
  }

  /** The length of the whole file; null if not known. */
  @Nullable Long totalBytes() {
    PartialFile open = file;
    return open == null ? null : open.totalBytes();
  }

  int requests() {
    return requests.get();
  }

  /** Lets go of a part that is not finished. */
  void close(boolean keep) {
    PartialFile open = file;
    if (open == null || open.isFinished()) {
      return;
    }
    try {
      open.close(keep);
    } catch (IOException e) {
      // The download has ended for a better reason.
      LOG.log(Level.DEBUG, "a part could not be put away");
    }
  }
}
