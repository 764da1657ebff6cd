package io.github.videotasks.durable;

import java.sql.Connection;
import java.sql.SQLException;

/** Processes the ends of waits. */
@FunctionalInterface
public interface WaitEventHandler {

  /**
   * Processes one event. It is delivered at least once; what the handler writes with the connection
   * is committed together with the delivery, hence exactly once.
   *
   * @param event the end of a wait
   * @param transaction the open transaction of the delivery. Neither commit it nor close it. If the
   *     handler throws, its statements are rolled back, and the event is delivered again after 1 s,
   *     then after twice the time, at most 5 minutes
   * @throws SQLException if a statement fails
   */
  void handle(WaitEvent event, Connection transaction) throws SQLException;
}
