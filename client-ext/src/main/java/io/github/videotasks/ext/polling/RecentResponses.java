package io.github.videotasks.ext.polling;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Limits the loops that keep their last response to those with the newest ones. Thread-safe. */
final class RecentResponses {

  private final int limit;
  private final Set<PollLoop> loops = new LinkedHashSet<>();

  /**
   * Creates an empty one.
   *
   * @param limit the maximum number of loops, 1 or more
   */
  RecentResponses(int limit) {
    this.limit = limit;
  }

  /** Adds a loop that has just kept a response; the loop with the oldest one drops it. */
  synchronized void add(PollLoop loop) {
    loops.remove(loop);
    loops.add(loop);
    if (loops.size() > limit) {
      Iterator<PollLoop> oldest = loops.iterator();
      oldest.next().dropLastResponse();
      oldest.remove();
    }
  }

  /** Removes a loop that has ended. */
  synchronized void remove(PollLoop loop) {
    loops.remove(loop);
  }
}
