package io.github.videotasks.ext;

import io.github.videotasks.ext.download.Downloader;
import io.github.videotasks.ext.download.GatewayAccess;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The downloads of a client, made when they are first asked for: most clients never fetch a file,
 * and the HTTP clients for files are a good part of what a client costs at its start.
 */
final class DownloadsOnDemand implements AutoCloseable {

  private final Supplier<DownloadAccess> access;
  private final Function<GatewayAccess, Downloader> downloads;
  private @Nullable DownloadAccess way;
  private @Nullable Downloader made;

  DownloadsOnDemand(
      Supplier<DownloadAccess> access, Function<GatewayAccess, Downloader> downloads) {
    this.access = access;
    this.downloads = downloads;
  }

  synchronized Downloader get() {
    if (made == null) {
      way = access.get();
      made = downloads.apply(way);
    }
    return made;
  }

  /** Drops the connections. What is asked for later is refused by the client that was closed. */
  @Override
  public synchronized void close() {
    if (made != null) {
      made.close();
    }
    if (way != null) {
      way.close();
    }
  }
}
