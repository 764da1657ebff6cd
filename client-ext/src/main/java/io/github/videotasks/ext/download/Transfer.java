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
 * name. Used by one thread at a time; only {@link #cut} and the numbers are for others too.
 */
final class Transfer {

  private static final System.Logger LOG = System.getLogger(Transfer.class.getName());

  private final Workshop shop;
  private final Path folder;
  private final DownloadOptions options;
  private final AtomicInteger requests = new AtomicInteger();

  private volatile @Nullable Call inFlight;
  private volatile boolean cut;
  private volatile @Nullable Part part;
  private @Nullable Parts parts;

  Transfer(Workshop shop, Path folder, DownloadOptions options) {
    this.shop = shop;
    this.folder = folder;
    this.options = options;
  }

  /** Takes a part, with what an earlier download has left in it. */
  void begin(Item item) throws StorageException {
    try {
      Files.createDirectories(folder);
      Parts places = new Parts(shop.storage(), folder.toRealPath(), item.stem(), item.inFull());
      parts = places;
      part = places.take();
    } catch (IOException e) {
      throw new StorageException("begin a file in " + folder, e);
    }
    if (part == null) {
      throw new StorageException(
          "begin a file in " + folder, new IOException("too many downloads of it at once"));
    }
  }

  /** Makes one request for what is missing; with the last byte the file gets its name. */
  Outcome attempt(Item item) throws StorageException {
    Part open = part;
    if (open == null) {
      throw new IllegalStateException("expected a part, found none");
    }
    cut = false;
    Intake.begin();
    try {
      Receiver receiver = new Receiver(open, item.kind(), options);
      Outcome outcome =
          new Attempt(receiver, open, item.asset() == null)
              .run(headers -> opened(item, headers), item.host());
      return outcome instanceof Outcome.Whole whole ? finished(item, open, whole) : outcome;
    } finally {
      Intake.end();
      inFlight = null;
    }
  }

  private Response opened(Item item, Headers headers) throws IOException {
    Hops hops =
        new Hops(
            shop.clients().reaching(options.reach()),
            new UrlRule(options.reach()),
            headers,
            this::underway);
    Asset asset = item.asset();
    return asset == null
        ? hops.open(shop.gateway().content(item.id(), headers))
        : hops.open(asset.address());
  }

  private void underway(Call call) {
    requests.incrementAndGet();
    inFlight = call;
    if (cut) {
      call.cancel();
    }
  }

  private Outcome finished(Item item, Part open, Outcome.Whole whole) throws StorageException {
    Inspection inspection = new Inspection(open, item, options.expected());
    FileType type = inspection.type();
    if (type == null) {
      open.restart(null, null);
      return new Outcome.Again(inspection.unknown());
    }
    VideoTasksException fault = inspection.fault(type, whole.surely());
    if (fault != null) {
      open.restart(null, null);
      return new Outcome.Again(fault);
    }
    Path target = folder.resolve(item.stem() + "." + type.ending());
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
    cleanUp();
    return new Outcome.Home(download);
  }

  private void cleanUp() {
    try {
      if (parts != null) {
        parts.clean();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "what earlier downloads left could not be deleted");
    }
  }

  /** Breaks the connection; the attempt then comes back. */
  void cut() {
    cut = true;
    Call call = inFlight;
    if (call != null) {
      call.cancel();
    }
  }

  /** The bytes so far, those of an earlier download included. */
  long bytes() {
    Part open = part;
    return open == null ? 0 : open.position();
  }

  /** The length of the whole file; null if not known. */
  @Nullable Long total() {
    Part open = part;
    return open == null ? null : open.total();
  }

  int requests() {
    return requests.get();
  }

  /** Lets go of a part that is not finished. */
  void close(boolean keep) {
    Part open = part;
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
