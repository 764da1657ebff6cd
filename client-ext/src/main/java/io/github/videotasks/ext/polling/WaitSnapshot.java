package io.github.videotasks.ext.polling;

import io.github.videotasks.client.runtime.JsonValue;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State of a wait after a poll, small enough to be stored each time (a few hundred bytes, less than
 * 8 KiB). Another process can resume the wait from it with the same deadline, attempts and
 * schedule. The caller stores it.
 *
 * <p>Immutable. Contains neither the API key nor prompts nor the URLs of results; of the last
 * response it keeps only the status value and the progress.
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
      String endpoint,
      TaskId id,
      Instant startedAt,
      Instant deadline,
      Duration elapsed,
      PollHistory history) {
    this.gateway = gateway;
    this.endpoint = endpoint;
    this.id = id;
    this.startedAt = startedAt;
    this.deadline = deadline;
    this.elapsed = elapsed;
    this.history = history;
  }

  /**
   * Parses the JSON that {@link #toJson} returned. Strict, because a wait must not be resumed from
   * an incomplete state: every property must be present and valid, and no other may exist.
   *
   * <p>Each accepted text can be resumed: times, counts and lengths have limits, such as a start
   * from 1900 to 2200 and a deadline at most 100 years after it.
   *
   * <p>Reads the format version that {@link #toJson} writes and, from version 2 on, the version
   * before it, so waits continue over an upgrade. Versions 1 and 2 are the first ones: release
   * 0.1.0 writes version 2 and reads both. A snapshot of version 1 has no start of an outage; the
   * outage then begins at the time of the snapshot.
   *
   * @param json the stored text
   * @return the snapshot
   * @throws IllegalArgumentException if the text is not a snapshot, or one of another version; the
   *     message contains the path of the invalid property
   */
  public static WaitSnapshot parse(String json) {
    return SnapshotJson.read(json);
  }

  /**
   * {@return the snapshot as one line of JSON, format version {@value SnapshotJson#VERSION}, to
   * store and {@link #parse}}
   */
  public String toJson() {
    return SnapshotJson.write(this).json();
  }

  /** {@return the same JSON as {@link #toJson} as a value} */
  public JsonValue toJsonValue() {
    return SnapshotJson.write(this);
  }

  /** {@return the base URL of the polled gateway; empty if it has none, as in tests} */
  public String gateway() {
    return gateway;
  }

  /**
   * {@return the name of the polled endpoint, or its path with {@code {id}}, see {@link
   * TaskSource#endpoint}; may be empty}
   */
  public String endpoint() {
    return endpoint;
  }

  /** {@return the id of the task} */
  public TaskId id() {
    return id;
  }

  /** {@return the time at which the wait began, in the first process} */
  public Instant startedAt() {
    return startedAt;
  }

  /** {@return the time at which the wait ends at the latest} */
  public Instant deadline() {
    return deadline;
  }

  /** {@return the time from the start of the wait to this snapshot} */
  public Duration elapsed() {
    return elapsed;
  }

  /** {@return the polls and stages until this snapshot; its polls are the attempts} */
  public Timeline timeline() {
    return history.timeline();
  }

  /** {@return the last stage; null if there was no response} */
  public @Nullable Stage stage() {
    return history.lastState() == null ? null : history.lastState().stage();
  }

  PollHistory history() {
    return history;
  }

  WaitSnapshot with(PollHistory updated, Duration nowElapsed) {
    return new WaitSnapshot(gateway, endpoint, id, startedAt, deadline, nowElapsed, updated);
  }

  /** Returns the id, the stage and the number of polls. */
  @Override
  public String toString() {
    return "WaitSnapshot[" + id + ", " + stage() + ", " + history.polls() + " polls]";
  }
}
