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
final class LazyDownloader implements AutoCloseable {

  private final Supplier<DefaultGatewayAccess> accessSupplier;
  private final Function<GatewayAccess, Downloader> downloaderFactory;
  private @Nullable DefaultGatewayAccess gatewayAccess;
  private @Nullable Downloader downloader;

  LazyDownloader(
      Supplier<DefaultGatewayAccess> access, Function<GatewayAccess, Downloader> downloads) {
    this.accessSupplier = access;
    this.downloaderFactory = downloads;
  }

  synchronized Downloader get() {
    if (downloader == null) {
      gatewayAccess = accessSupplier.get();
      downloader = downloaderFactory.apply(gatewayAccess);
    }
    return downloader;
  }

  /** Drops the connections. What is asked for later is refused by the client that was closed. */
  @Override
  public synchronized void close() {
    if (downloader != null) {
      downloader.close();
    }
    if (gatewayAccess != null) {
      gatewayAccess.close();
    }
  }
}
