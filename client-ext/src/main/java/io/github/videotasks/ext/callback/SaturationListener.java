package io.github.videotasks.ext.callback;

/** Is notified when all callback threads are busy. */
@FunctionalInterface
public interface SaturationListener {

  /**
   * Called once when a callback has to wait for a thread, and again only after no callback has
   * waited in between.
   *
   * @param queued the callbacks that wait for a thread
   * @param running the callbacks that are running
   */
  void onSaturated(int queued, int running);
}
