package io.github.videotasks.ext.download;

import io.github.videotasks.ext.callback.CallbackQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Notifies the listener of one download through the queue of its callbacks. */
final class ProgressNotifier {

  private final CallbackQueue callbacks;
  private final DownloadListener listener;
  private final BooleanSupplier cancelled;
  private final Consumer<Throwable> onThrown;

  /**
   * Creates a notifier.
   *
   * @param cancelled whether the caller has cancelled the download and wants no more reports
   * @param onThrown receives what the listener throws
   */
  ProgressNotifier(
      CallbackQueue callbacks,
      DownloadListener listener,
      BooleanSupplier cancelled,
      Consumer<Throwable> onThrown) {
    this.callbacks = callbacks;
    this.listener = listener;
    this.cancelled = cancelled;
    this.onThrown = onThrown;
  }

  /** Adds a report; one that has not run is replaced: a slow listener is called less often. */
  void add(DownloadProgress progress) {
    callbacks.addEvent(this, 1, () -> notifyListener(progress));
  }

  private void notifyListener(DownloadProgress progress) {
    try {
      if (!cancelled.getAsBoolean()) {
        listener.onProgress(progress);
      }
    } catch (RuntimeException | Error thrown) {
      onThrown.accept(thrown);
    }
  }
}
