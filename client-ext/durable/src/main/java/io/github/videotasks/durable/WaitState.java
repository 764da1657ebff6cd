package io.github.videotasks.durable;

import io.github.videotasks.ext.polling.WaitSnapshot;
import java.time.Instant;

/** State of a durable wait. */
public sealed interface WaitState {

  /**
   * The task has not ended as far as is known.
   *
   * @param snapshot the polls so far
   * @param dueAt the time of the next poll by the clock of the database
   */
  record Open(WaitSnapshot snapshot, Instant dueAt) implements WaitState {}

  /**
   * The wait has ended.
   *
   * @param event how it ended
   */
  record Ended(WaitEvent event) implements WaitState {}
}
