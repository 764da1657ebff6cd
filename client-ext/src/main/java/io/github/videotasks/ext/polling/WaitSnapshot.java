package io.github.videotasks.ext.polling;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wait at one moment, small enough to be stored after each question: another process goes on from
 * it with the same deadline, attempts and schedule. Storing it is the caller's.
 *
 * <p>Immutable. Holds neither the key nor prompts nor addresses of results; of the last answer it
 * keeps status word and progress only.
 */
public final class WaitSnapshot {

  private final String gateway;
  private final String endpoint;
  private final TaskId id;
  private final Instant startedAt;
  private final Instant deadline;
  private final Duration elapsed;
  private final PollHistory history;

  WaitSnapshot(
      String gateway,
      String way,
      TaskId id,
      Instant startedAt,
      Instant deadline,
      Duration elapsed,
      PollHistory memory) {
    this.gateway = gateway;
    this.endpoint = way;
    this.id = id;
    this.startedAt = startedAt;
    this.deadline = deadline;
    this.elapsed = elapsed;
    this.history = memory;
  }

  /**
   * Reads what {@link #toJson} wrote. Strict: a wait must not go on from half a memory.
   *
   * @throws IllegalArgumentException if it is no snapshot, or one of another version; the message
   *     names the place
   */
  public static WaitSnapshot parse(String json) {
    return SnapshotJson.read(json);
  }

  /** One line of JSON, version {@value SnapshotJson#VERSION}, of some hundred characters. */
  public String toJson() {
    return SnapshotJson.write(this).json();
  }

  /** The same as a value. */
  public JsonValue toJsonValue() {
    return SnapshotJson.write(this);
  }

  /** The address of the gateway that was asked. */
  public String gateway() {
    return gateway;
  }

  /** How it was asked, see {@link TaskSource#endpoint}; may be empty. */
  public String endpoint() {
    return endpoint;
  }

  public TaskId id() {
    return id;
  }

  /** When the wait began, in the first process. */
  public Instant startedAt() {
    return startedAt;
  }

  /** When the wait ends at the latest. */
  public Instant deadline() {
    return deadline;
  }

  /** The time from the beginning to this snapshot. */
  public Duration elapsed() {
    return elapsed;
  }

  /** What happened until then; its polls are the attempts. */
  public Timeline timeline() {
    return history.timeline();
  }

  /** The last stage; null if there was no answer. */
  public @Nullable Stage stage() {
    return history.lastState() == null ? null : history.lastState().stage();
  }

  PollHistory history() {
    return history;
  }

  WaitSnapshot with(PollHistory now, Duration after) {
    return new WaitSnapshot(gateway, endpoint, id, startedAt, deadline, after, now);
  }

  /** Id, stage and number of polls. */
  @Override
  public String toString() {
    return "WaitSnapshot[" + id + ", " + stage() + ", " + history.polls() + " polls]";
  }
}
