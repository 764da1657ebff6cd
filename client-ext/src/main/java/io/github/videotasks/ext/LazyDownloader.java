package io.github.videotasks.ext;

import io.github.videotasks.ext.download.Downloader;
import io.github.videotasks.ext.download.GatewayAccess;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates the downloader of a client on first use. Most clients never download a file, and the HTTP
 * clients for files are a large part of the start-up cost of a client.
 */
final class LazyDownloader implements AutoCloseable {

  private final Supplier<DefaultGatewayAccess> accessSupplier;
  private final Function<GatewayAccess, Downloader> downloaderFactory;
  private @Nullable DefaultGatewayAccess gatewayAccess;
  private @Nullable Downloader downloader;

  LazyDownloader(
      Supplier<DefaultGatewayAccess> accessSupplier,
      Function<GatewayAccess, Downloader> downloaderFactory) {
    this.accessSupplier = accessSupplier;
    this.downloaderFactory = downloaderFactory;
  }

  synchronized Downloader get() {
    if (downloader == null) {
      gatewayAccess = accessSupplier.get();
      downloader = downloaderFactory.apply(gatewayAccess);
    }
    return downloader;
  }

  /** Closes the idle connections. The closed client rejects later downloads. */
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
