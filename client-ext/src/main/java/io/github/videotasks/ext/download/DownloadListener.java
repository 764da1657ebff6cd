package io.github.videotasks.ext.download;

/**
 * Hears how a download goes on: at a bounded rate while bytes come, and once when the file stands.
 * Called by one thread at a time, and while bytes come never by the one that moves them, so a slow
 * listener does not slow the download but is called less often. What it throws ends the download.
 */
@FunctionalInterface
public interface DownloadListener {

  /** The file has grown. */
  void onProgress(DownloadProgress progress);

  /** Hears nothing. */
  static DownloadListener none() {
    return progress -> {};
  }
}
