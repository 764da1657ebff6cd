package io.github.videotasks.ext.simulation;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskId;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reference model of a poll loop: computes from the responses, independently of the code under
 * test, whether the waits of the loop end, and between which times the next poll is due.
 */
final class ExpectedLoop {

  private static final Duration MIN_PAUSE = Duration.ofMillis(250);

  /** The longest pause in an outage is 30 s, that for a missing URL is 32 s. */
  private static final Duration MAX_OWN_PAUSE = Duration.ofSeconds(32);

  /**
   * The part of the state that a snapshot contains.
   *
   * @param polls the number of polls
   * @param notFound consecutive polls for which the task was not known
   * @param readable whether a response was readable
   * @param gracePolls polls since the task succeeded without a URL
   * @param succeeded whether the last response is a success without a URL
   */
  record Progress(int polls, int notFound, boolean readable, int gracePolls, boolean succeeded) {
    static final Progress NONE = new Progress(0, 0, false, 0, false);
  }

  /**
   * The state after a poll, with which its snapshot is compared. Its callback may run later.
   *
   * @param at the time of the response
   */
  record Polled(Progress progress, long at) {}

  private final Map<Integer, Polled> polled = new HashMap<>();
  private final TaskId id;
  private final SimulatedPolicy settings;
  private final WaitPolicy policy;
  private final List<ExpectedWait> waits = new ArrayList<>();
  private Progress progress;
  private @Nullable Long outageSince;
  private @Nullable String pendingEnd;
  private boolean endReported;
  private long earliestPoll;
  private Duration maxPause = Duration.ZERO;
  private long idleSince;

  ExpectedLoop(TaskId id, SimulatedPolicy settings, Progress progress, long now) {
    this.id = id;
    this.settings = settings;
    policy = settings.waits();
    this.progress = progress;
    earliestPoll = now;
    idleSince = now;
  }

  TaskId id() {
    return id;
  }

  SimulatedPolicy settings() {
    return settings;
  }

  List<ExpectedWait> waits() {
    return waits;
  }

  Progress progress() {
    return progress;
  }

  /** Returns the state after a number of polls; null if there was no such poll. */
  @Nullable Polled polled(int polls) {
    return polled.get(polls);
  }

  /** Returns the end that the last response requires; null if the waits go on. */
  @Nullable String pendingEnd() {
    return pendingEnd;
  }

  /** Returns the end of a wait at its deadline: a success is a result also without its URL. */
  String endAtDeadline() {
    return progress.succeeded ? Stage.SUCCEEDED.name() : Outcomes.TIMEOUT;
  }

  /** A new caller joins the loop until the first wait has ended because of the last response. */
  boolean acceptsWaits() {
    return !endReported;
  }

  void onWaitEnd(ExpectedWait wait, long now) {
    waits.remove(wait);
    boolean atDeadline = now >= wait.deadlineAt();
    endReported |= pendingEnd != null && pendingEnd.equals(wait.end()) && !atDeadline;
  }

  /** Returns the time before which the next poll is a violation. */
  long earliestPoll() {
    return earliestPoll;
  }

  /** Returns the time from which {@link #maxPause} is counted. */
  long idleSince() {
    return idleSince;
  }

  Duration maxPause() {
    return maxPause;
  }

  void onTask(TaskState state, long now) {
    Stage stage = state.stage();
    boolean withoutUrl =
        stage == Stage.SUCCEEDED
            && state.result() == null
            && !state.raw().properties().containsKey("object");
    int gracePolls = stage.isTerminal() ? progress.gracePolls + 1 : 0;
    progress = new Progress(progress.polls + 1, 0, true, gracePolls, withoutUrl);
    outageSince = null;
    if (stage.isTerminal() && (!withoutUrl || gracePolls > policy.gracePolls())) {
      pendingEnd = stage.name();
    }
    onPause(now, null);
  }

  /**
   * Processes a failed poll.
   *
   * @param hasResponded whether the client has had a readable response of the gateway
   */
  void onError(SimulatedResponse response, long now, boolean hasResponded) {
    ErrorKind kind = response.kind();
    boolean unknown = kind == ErrorKind.TASK_NOT_FOUND || kind == ErrorKind.ERROR_RESPONSE;
    boolean outage = !unknown && kind != ErrorKind.RATE_LIMITED;
    outageSince = !outage ? null : outageSince == null ? Long.valueOf(now) : outageSince;
    progress =
        new Progress(
            progress.polls + 1,
            progress.notFound + (unknown ? 1 : 0),
            progress.readable || unknown,
            progress.gracePolls + (progress.succeeded ? 1 : 0),
            progress.succeeded);
    if (progress.succeeded) {
      pendingEnd = progress.gracePolls > policy.gracePolls() ? Stage.SUCCEEDED.name() : null;
    } else if (kind != null && endsWait(kind, now, hasResponded || progress.readable)) {
      pendingEnd = kind.name();
    }
    onPause(now, response.retryAfter());
  }

  private boolean endsWait(ErrorKind kind, long now, boolean hasResponded) {
    return switch (kind) {
      case TASK_NOT_FOUND, ERROR_RESPONSE, RATE_LIMITED ->
          progress.notFound > policy.toleratedNotFound();
      case UNKNOWN_HOST -> !hasResponded || endsWait(now, true);
      case CONNECTION, SERVER_ERROR, UNREADABLE_RESPONSE, CHALLENGE, CALL_TIMEOUT ->
          endsWait(now, hasResponded);
      default -> true;
    };
  }

  private boolean endsWait(long now, boolean hasResponded) {
    Duration tolerance = policy.outageTolerance();
    if (!hasResponded && tolerance.compareTo(WaitPolicy.INITIAL_OUTAGE_TOLERANCE) > 0) {
      tolerance = WaitPolicy.INITIAL_OUTAGE_TOLERANCE;
    }
    long outage = outageSince == null ? 0 : now - outageSince;
    return progress.notFound > policy.toleratedNotFound()
        || tolerance.minusNanos(outage).compareTo(MIN_PAUSE) < 0;
  }

  private void onPause(long now, @Nullable Duration retryAfter) {
    polled.put(progress.polls, new Polled(progress, now));
    Duration required =
        retryAfter == null ? Duration.ZERO : min(retryAfter, policy.maxRetryAfter());
    earliestPoll = now + max(MIN_PAUSE, required).toNanos();
    maxPause = max(settings.maxPause(), MAX_OWN_PAUSE).plus(required.multipliedBy(2));
  }

  /** The pause begins at the end of the poll: slow listeners do not delay it. */
  void onPollEnd(long now) {
    idleSince = now;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  @Override
  public String toString() {
    return "loop of " + id;
  }
}
