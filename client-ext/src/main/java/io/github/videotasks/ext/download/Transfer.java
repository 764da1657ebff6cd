package io.github.videotasks.ext.download;

import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The blocking operations of a download: acquires a partial file, sends requests, verifies the file
 * and moves it to its target name. Used by one thread at a time; only {@link #abort}, {@link
 * #receivedBytes}, {@link #totalBytes} and {@link #requests} may be called by other threads.
 */
final class Transfer {

  private static final System.Logger LOG = System.getLogger(Transfer.class.getName());

  private final DownloadContext context;
  private final Path folder;
  private final DownloadOptions options;
  private final ReportedCalls calls;
  private final Supplier<@Nullable Throwable> stopCause;

  private volatile @Nullable Call currentCall;
  private volatile boolean abort;
  private volatile @Nullable PartialFile file;
  private @Nullable PartialFileSlots slots;

  /**
   * Creates the operations of a download.
   *
   * @param stopCause returns why the download was ended from outside; null if it was not
   */
  Transfer(
      DownloadContext context,
      Path folder,
      DownloadOptions options,
      Supplier<@Nullable Throwable> stopCause) {
    this.context = context;
    this.folder = folder;
    this.options = options;
    this.stopCause = stopCause;
    calls = new ReportedCalls(context.telemetry(), this::onCall);
  }

  /** Acquires a partial file, with the bytes that an earlier download has left in it. */
  void acquireFile(DownloadItem item) throws StorageException {
    try {
      Files.createDirectories(folder);
      PartialFileSlots itemSlots =
          new PartialFileSlots(
              context.storage(), folder.toRealPath(), item.baseName(), item.fileKey());
      slots = itemSlots;
      file = itemSlots.acquire();
    } catch (IOException e) {
      throw new StorageException("open a partial file in " + folder, e);
    }
    if (file == null) {
      throw new StorageException(
          "open a partial file in " + folder,
          new IOException("too many concurrent downloads of the same file"));
    }
  }

  /** Sends one request for the missing bytes; completes the file after its last byte. */
  AttemptOutcome attempt(DownloadItem item) throws StorageException {
    PartialFile open = file;
    if (open == null) {
      throw new IllegalStateException(
          "expected an open partial file, found none; call acquireFile first");
    }
    abort = false;
    SocketReadLimit.start();
    try {
      BodyReceiver receiver = new BodyReceiver(open, item.kind(), options);
      AttemptOutcome outcome =
          new DownloadAttempt(receiver, open, context.gateway(), item)
              .run(headers -> request(item, headers));
      Throwable stopped = stopCause.get();
      calls.end(stopped == null ? outcome.error() : stopped);
      return outcome instanceof AttemptOutcome.BodyReceived received
          ? complete(item, open, received)
          : outcome;
    } catch (StorageException e) {
      calls.end(DownloadErrors.storage(String.valueOf(e.getMessage()), e));
      throw e;
    } finally {
      SocketReadLimit.stop();
      currentCall = null;
    }
  }

  private FileRequester.FileResponse request(DownloadItem item, Headers headers)
      throws IOException {
    RedirectFollower redirects =
        new RedirectFollower(
            context.httpClients().forScope(options.networkScope()),
            new DownloadUrlValidator(options.networkScope(), context.gateway()::containsKey),
            headers,
            calls);
    return new FileRequester(context.gateway(), redirects).request(item, headers);
  }

  private void onCall(Call call) {
    currentCall = call;
    if (abort) {
      call.cancel();
    }
  }

  private AttemptOutcome complete(
      DownloadItem item, PartialFile open, AttemptOutcome.BodyReceived received)
      throws StorageException {
    FileVerifier verifier = new FileVerifier(open, item, options.expected());
    FileType type = verifier.detectType();
    if (type == null) {
      open.restart(null, null);
      return new AttemptOutcome.Retry(verifier.unexpectedType());
    }
    VideoTasksException fault = verifier.findFault(type, received.endConfirmed());
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
            calls.count());
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
      LOG.log(Level.DEBUG, "partial files of earlier downloads could not be deleted");
    }
  }

  /** Cancels the current call, so that a running {@link #attempt} returns. */
  void abort() {
    abort = true;
    Call call = currentCall;
    if (call != null) {
      call.cancel();
    }
  }

  /** Returns the number of received bytes, including those of an earlier download. */
  long receivedBytes() {
    PartialFile open = file;
    return open == null ? 0 : open.position();
  }

  /** Returns the length of the whole file in bytes; null if unknown. */
  @Nullable Long totalBytes() {
    PartialFile open = file;
    return open == null ? null : open.totalBytes();
  }

  int requests() {
    return calls.count();
  }

  /**
   * Closes the partial file, unless it is finished.
   *
   * @param keep true to keep the file for a later download, if it can be resumed
   */
  void close(boolean keep) {
    PartialFile open = file;
    if (open == null || open.isFinished()) {
      return;
    }
    try {
      open.close(keep);
    } catch (IOException e) {
      // The download has already ended for another reason, which is reported instead.
      LOG.log(Level.DEBUG, "a partial file could not be closed");
    }
  }
}
