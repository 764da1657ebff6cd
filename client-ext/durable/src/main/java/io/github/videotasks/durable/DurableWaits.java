package io.github.videotasks.durable;

import io.github.videotasks.ext.polling.WaitPolicy;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Waits that survive the process: stored in PostgreSQL, polled by any node, and ended with exactly
 * one event each.
 *
 * <pre>{@code
 * DurableWaits waits =
 *     DurableWaits.on(dataSource, DurableGateway.of("chainhub", tasks).withRequestsPerSecond(50))
 *         .build();
 * waits.events((event, transaction) -> markAsDone(transaction, event.task(), event.outcome()));
 * waits.start();
 * waits.watch("chainhub", "sora-2:task_1", WaitPolicy.defaults());
 * }</pre>
 *
 * <p>All nodes use the same database and are built with the same gateways. {@link #watch}, {@link
 * #cancel}, {@link #nudge} and {@link #state} work on nodes that are not started, too. Thread-safe.
 * Each method that uses the database throws a {@link DurableWaitsException} if it fails.
 */
public interface DurableWaits extends AutoCloseable {

  /**
   * Returns a builder.
   *
   * @param dataSource a pool with at least as many connections as threads and {@value
   *     DurableWaitsBuilder#FURTHER_CONNECTIONS} more; it stays open. Transactions have the
   *     isolation level READ COMMITTED, the default of PostgreSQL
   * @param gateways the gateways to poll, with different names
   * @return a builder with default options
   */
  static DurableWaitsBuilder on(DataSource dataSource, DurableGateway... gateways) {
    return new DurableWaitsBuilder(dataSource, List.of(gateways));
  }

  /**
   * Starts to wait for a task, unless there is a wait for it or one has ended within the retention.
   *
   * @param gateway the name of a gateway
   * @param task the task's id as the gateway returned it
   * @param policy deadline, schedule and tolerated errors; of an existing wait they stay as they
   *     are
   * @return the state of the wait: open, or its end
   * @throws IllegalArgumentException if the gateway, the id or the schedule of the policy is not
   *     known
   * @throws DurableWaitsException of kind {@code TOO_MANY_WAITS} or {@code OUTBOX_FULL} if a bound
   *     of the builder is reached
   */
  WaitState watch(String gateway, String task, WaitPolicy policy);

  /**
   * Ends a wait with the outcome {@link WaitOutcome#CANCELLED}. The task itself is not cancelled.
   *
   * @param gateway the name of a gateway, also of one that was removed while it had waits
   * @param task the task's id
   * @return true if there was an open wait
   * @throws IllegalArgumentException if the id is not valid, or neither the gateway nor the wait is
   *     known
   */
  boolean cancel(String gateway, String task);

  /**
   * Polls a task as soon as possible, for example when the gateway has called a webhook. The
   * content of such a call is not trusted: the poll confirms it.
   *
   * @param gateway the name of a gateway
   * @param task the task's id
   * @return true if there is an open wait
   * @throws IllegalArgumentException if the gateway is not known, or the id is not valid
   */
  boolean nudge(String gateway, String task);

  /**
   * Returns the state of a wait.
   *
   * @param gateway the name of a gateway, also of one that was removed while it had waits
   * @param task the task's id
   * @return the state; null if there is no wait, or its end is older than the retention
   * @throws IllegalArgumentException if the id is not valid, or neither the gateway nor the wait is
   *     known
   */
  @Nullable WaitState state(String gateway, String task);

  /**
   * Sets the handler of this node for the ends of waits. Each event is processed by a handler of
   * one of the nodes, until it succeeds.
   *
   * @param handler runs on a thread of its own
   * @throws IllegalStateException if there is a handler, or this is closed
   */
  void events(WaitEventHandler handler);

  /**
   * Starts to poll, as a whole or not at all.
   *
   * @throws DurableWaitsException if the database does not respond; call it again later
   * @throws IllegalStateException if this was started or closed before, or its threads cannot
   *     start; then this is closed, and another one must be built
   */
  void start();

  /**
   * Stops to poll: running batches are committed, and open polls are released to other nodes. Takes
   * about a second; up to 25 s if the database or a handler of events does not return.
   */
  @Override
  void close();
}
