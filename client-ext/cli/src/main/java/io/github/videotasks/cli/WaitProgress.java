package io.github.videotasks.cli;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.TaskWatch;
import io.github.videotasks.ext.polling.Timeline;
import io.github.videotasks.ext.polling.WaitSnapshot;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What is known about one open wait. Written by callbacks, read by the thread of the command. */
final class WaitProgress implements TaskListener {
  /** The library extends shorter pauses. */
  private static final Duration MIN_PAUSE = Duration.ofMillis(250);

  /**
   * State of a wait at one time.
   *
   * @param stage the last stage; {@link Stage#UNKNOWN} before the first response
   * @param status the gateway's status value; null if there is none
   * @param percent the progress; null if there is none
   * @param startedAt when the wait began
   * @param nextPoll when the next poll is due; null while it is not known
   * @param estimatedEnd when the task probably ends; null while it is not known
   * @param notice what a user should know, such as a failed poll; empty if there is nothing
   */
  record View(
      TaskId id,
      Stage stage,
      @Nullable String status,
      @Nullable Integer percent,
      Instant startedAt,
      @Nullable Instant nextPoll,
      @Nullable Instant estimatedEnd,
      String notice) {}

  private final TaskId id;
  private final Instant startedAt;
  private final InstantSource clock;
  private Stage stage = Stage.UNKNOWN;
  private @Nullable String status;
  private @Nullable Integer percent;
  private @Nullable Instant nextPoll;
  private @Nullable Instant estimatedEnd;
  private @Nullable WaitSnapshot snapshot;
  private String notice = "";
  private int changes;

  WaitProgress(TaskId id, Instant startedAt, InstantSource clock) {
    this.id = id;
    this.startedAt = startedAt;
    this.clock = clock;
  }

  /** Returns the progress of a wait that another process has begun. */
  static WaitProgress resumed(WaitSnapshot snapshot, InstantSource clock) {
    WaitProgress progress = new WaitProgress(snapshot.id(), snapshot.startedAt(), clock);
    Stage last = snapshot.stage();
    progress.stage = last == null ? Stage.UNKNOWN : last;
    progress.snapshot = snapshot;
    return progress;
  }

  /** Returns a schedule with the same pauses, which reports each pause to this object. */
  PollSchedule observing(PollSchedule schedule) {
    return input -> {
      Duration pause = schedule.pause(input);
      onPause(pause.compareTo(MIN_PAUSE) < 0 ? MIN_PAUSE : pause, EstimatedEnd.timeLeft(input));
      return pause;
    };
  }

  private synchronized void onPause(Duration pause, @Nullable Duration left) {
    Instant now = clock.instant();
    nextPoll = now.plus(pause);
    estimatedEnd = left == null ? null : now.plus(left);
  }

  /** Notes the state of a new wait, so that one is stored whose first poll has not ended. */
  synchronized void started(TaskWatch watch) {
    if (snapshot == null && !watch.result().isDone()) {
      snapshot = watch.snapshot();
    }
  }

  @Override
  public synchronized void onChange(TaskState state) {
    stage = state.stage();
    status = state.status();
    percent = state.progress();
    if (stage.isTerminal()) {
      nextPoll = null;
      estimatedEnd = null;
    }
    changed("");
  }

  @Override
  public synchronized void onStall(TaskState state, Duration unchanged) {
    changed("unchanged for " + ShortTime.of(unchanged));
  }

  @Override
  public synchronized void onPoll(WaitSnapshot after) {
    WaitSnapshot before = snapshot;
    snapshot = after;
    String failure = failure(before == null ? null : before.timeline(), after.timeline());
    if (!failure.isEmpty()) {
      changed(failure);
    } else if (!notice.startsWith("unchanged")) {
      notice = "";
    }
  }

  /** Returns why the last poll failed; empty if it has not. */
  private static String failure(@Nullable Timeline before, Timeline after) {
    if (after.rateLimited() > (before == null ? 0 : before.rateLimited())) {
      return "rate limited";
    }
    if (after.notFound() > (before == null ? 0 : before.notFound())) {
      return "task not known yet";
    }
    return after.errors() > (before == null ? 0 : before.errors()) ? "last poll failed" : "";
  }

  private void changed(String newNotice) {
    if (newNotice.isEmpty() || !newNotice.equals(notice)) {
      changes++;
    }
    notice = newNotice;
  }

  synchronized View view() {
    return new View(id, stage, status, percent, startedAt, nextPoll, estimatedEnd, notice);
  }

  /** Returns the last snapshot; null if there is none yet. */
  synchronized @Nullable WaitSnapshot snapshot() {
    return snapshot;
  }

  /** Returns how often the stage, the status value, the progress or the notice has changed. */
  synchronized int changes() {
    return changes;
  }
}
