package io.github.videotasks.ext.download;

/**
 * Listener for the progress of a download. It is called at a limited rate while bytes are received,
 * and once when the file is complete.
 *
 * <p>Calls do not overlap. They run as callbacks, not on the thread of the transfer, so a slow
 * listener does not slow down the download but is called less often. An exception thrown by the
 * listener before the file is complete ends the download.
 */
@FunctionalInterface
public interface DownloadListener {

  /**
   * Called after the number of received bytes has changed.
   *
   * @param progress the bytes so far, and the expected total if the server sent it
   */
  void onProgress(DownloadProgress progress);

  /** {@return a listener that does nothing} */
  static DownloadListener none() {
    return progress -> {};
  }
}
