package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.MaskedExcerpt;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The polls and stages of a wait so far. Immutable.
 *
 * @param polls the number of polls, including those that failed
 * @param errors the polls that failed with an error, without {@code rateLimited} and {@code
 *     notFound}
 * @param rateLimited the polls that the gateway rejected with 429
 * @param notFound the polls for which the gateway did not know the task
 * @param regressions how often the stage went back to QUEUED or the progress decreased
 * @param stalls how often nothing changed for {@link WaitPolicy#stallAfter}
 * @param stages each change of the stage or status value, oldest first; only the last {@value
 *     #MAX_STAGES} are kept
 */
public record Timeline(
    int polls,
    int errors,
    int rateLimited,
    int notFound,
    int regressions,
    int stalls,
    List<StageChange> stages) {

  static final int MAX_STAGES = 32;

  private static final int MAX_STATUS_LENGTH = 40;

  static final Timeline EMPTY = new Timeline(0, 0, 0, 0, 0, 0, List.of());

  /**
   * A change of the stage or of the status value.
   *
   * @param at the time since the wait began
   * @param poll the number of the poll, from 1
   * @param stage the stage after the change
   * @param status the gateway's status value, masked and at most 40 characters; null if none
   */
  public record StageChange(Duration at, int poll, Stage stage, @Nullable String status) {
    /** Returns the stage, the status value and the time, such as {@code QUEUED (new) after 0 s}. */
    @Override
    public String toString() {
      return stage
          + (status == null ? "" : " (" + status + ")")
          + " after "
          + at.toSeconds()
          + " s";
    }
  }

  /**
   * Copies the list of stages.
   *
   * @param polls all polls
   * @param errors polls that failed in another way than the next two
   * @param rateLimited polls with HTTP status 429
   * @param notFound polls without the task
   * @param regressions steps back of stage or progress
   * @param stalls times without a change
   * @param stages oldest first; copied
   */
  public Timeline {
    stages = List.copyOf(stages);
  }

  Timeline withResponse(
      Duration at, TaskState state, boolean changed, boolean regressed, boolean stalled) {
    return new Timeline(
        polls + 1,
        errors,
        rateLimited,
        notFound,
        regressions + (regressed ? 1 : 0),
        stalls + (stalled ? 1 : 0),
        changed
            ? append(new StageChange(at, polls + 1, state.stage(), statusExcerpt(state)))
            : stages);
  }

  Timeline withError() {
    return new Timeline(polls + 1, errors + 1, rateLimited, notFound, regressions, stalls, stages);
  }

  Timeline withRateLimit() {
    return new Timeline(polls + 1, errors, rateLimited + 1, notFound, regressions, stalls, stages);
  }

  Timeline withNotFound() {
    return new Timeline(polls + 1, errors, rateLimited, notFound + 1, regressions, stalls, stages);
  }

  /** Returns the status value as timelines and snapshots keep it: masked and short. */
  static @Nullable String statusExcerpt(TaskState state) {
    return state.status() == null ? null : MaskedExcerpt.of(state.status(), MAX_STATUS_LENGTH);
  }

  private List<StageChange> append(StageChange change) {
    List<StageChange> all = new ArrayList<>(stages);
    all.add(change);
    return all.subList(Math.max(0, all.size() - MAX_STAGES), all.size());
  }

  /**
   * Returns the counts that are not zero and the stages, such as {@code 7 polls, 1 failed; QUEUED
   * (pending) after 0 s, RUNNING after 31 s}.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(polls).append(polls == 1 ? " poll" : " polls");
    appendCount(text, errors, "failed");
    appendCount(text, rateLimited, "rate limited");
    appendCount(text, notFound, "not found");
    appendCount(text, regressions, "regressed");
    appendCount(text, stalls, "stalled");
    for (int i = 0; i < stages.size(); i++) {
      text.append(i == 0 ? "; " : ", ").append(stages.get(i));
    }
    return text.toString();
  }

  private static void appendCount(StringBuilder text, int count, String label) {
    if (count > 0) {
      text.append(", ").append(count).append(' ').append(label);
    }
  }
}
