package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.payload.TaskId;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known and expected of one wait of a caller, or of one task of a subscription. */
final class ExpectedWait {

  private final String name;
  private final ExpectedClient client;
  private final long startedAt;
  private final Duration elapsedBefore;
  private final long deadlineAt;
  private final @Nullable ExpectedLoop loop;
  private final boolean reportsEnd;
  private boolean cancelled;
  private @Nullable String listenerError;
  private @Nullable String end;
  private @Nullable String endAtDeadline;

  /**
   * Creates an open wait and adds it to its loop.
   *
   * @param loop null if the client was closed before
   * @param reportsEnd false for a wait of a subscription
   */
  ExpectedWait(
      String name,
      ExpectedClient client,
      @Nullable ExpectedLoop loop,
      Duration elapsedBefore,
      Duration remaining,
      boolean reportsEnd) {
    this.reportsEnd = reportsEnd;
    this.name = name;
    this.client = client;
    this.loop = loop;
    this.elapsedBefore = elapsedBefore;
    startedAt = client.now();
    deadlineAt = startedAt + remaining.toNanos();
    if (loop != null) {
      loop.waits().add(this);
    }
  }

  @Nullable TaskId id() {
    return loop == null ? null : loop.id();
  }

  @Nullable ExpectedLoop loop() {
    return loop;
  }

  long deadlineAt() {
    return deadlineAt;
  }

  Duration elapsedAt(long time) {
    return elapsedBefore.plusNanos(time - startedAt);
  }

  /** Returns false for a wait of a subscription, whose end is observed with its event only. */
  boolean reportsEnd() {
    return reportsEnd;
  }

  /** Returns the observed end, or for a subscription the computed one; null while it is open. */
  @Nullable String end() {
    return end;
  }

  boolean isOpen() {
    return end == null;
  }

  /** Call before the caller cancels the wait. */
  void cancelled() {
    cancelled |= isOpen();
  }

  /** Call before the listener throws. */
  void listenerThrows(Throwable error) {
    listenerError = error.toString();
  }

  /** Checks the end of the wait and removes it from its loop. */
  void onEnd(String outcome) {
    if (!isOpen()) {
      client.violate(Invariant.NO_DOUBLE_END, this, "one end, " + end, outcome);
      return;
    }
    client.log(this, "ended:", outcome);
    if (client.now() > deadlineAt) {
      client.violate(Invariant.DEADLINE_KEPT, this, "an end at " + deadlineAt, client.now());
    }
    if (!isPermitted(outcome)) {
      client.violate(Invariant.NO_LOST_END, this, expected(), outcome);
    }
    close(outcome);
  }

  /** Ends a wait of a subscription at its deadline. */
  void expire() {
    ExpectedLoop open = Objects.requireNonNull(loop);
    endAtDeadline = open.endAtDeadline();
    close(Objects.requireNonNullElse(open.pendingEnd(), endAtDeadline));
  }

  /**
   * Returns true if the wait may have ended so. If a subscriber blocks while a loop ends, the other
   * waits of the loop may reach their deadlines before their end.
   */
  boolean mayHaveEndedWith(String outcome) {
    return outcome.equals(end) || outcome.equals(endAtDeadline);
  }

  /** Ends the wait without a check. */
  void close(String outcome) {
    end = outcome;
    client.onClosed(this);
  }

  private boolean isPermitted(String outcome) {
    return (cancelled && outcome.equals(Outcomes.CANCELLED))
        || (client.isClosed() && outcome.equals(Outcomes.CLOSED))
        || outcome.equals(listenerError)
        || (loop != null && outcome.equals(loop.pendingEnd()))
        || (loop != null && client.now() >= deadlineAt && outcome.equals(loop.endAtDeadline()));
  }

  private String expected() {
    String pending = loop == null ? Outcomes.CLOSED : loop.pendingEnd();
    return Objects.requireNonNullElse(pending, "an open wait until " + deadlineAt);
  }

  @Override
  public String toString() {
    return name;
  }
}
