package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a wait so far.
 *
 * @param polls the questions asked, answered or not
 * @param errors the questions that failed for a passing reason, without {@code rateLimited}
 * @param rateLimited the questions that the gateway refused as too many
 * @param notFound the questions whose task the gateway did not know
 * @param regressions how often stage or progress went back
 * @param stalls how often nothing changed for the time that the policy calls a stall
 * @param stages each change of stage or status word, oldest first; of more than {@value
 *     #MAX_STAGES} the oldest are left out
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

  static final Timeline EMPTY = new Timeline(0, 0, 0, 0, 0, 0, List.of());

  /**
   * A stage was seen for the first time, or again after another one.
   *
   * @param at the time since the wait began
   * @param poll the number of the question, from 1 on
   * @param status the gateway's word; null if none
   */
  public record StageChange(Duration at, int poll, Stage stage, @Nullable String status) {
    @Override
    public String toString() {
      return stage
          + (status == null ? "" : " (" + status + ")")
          + " after "
          + at.toSeconds()
          + " s";
    }
  }

  /** Copies the list. */
  public Timeline {
    stages = List.copyOf(stages);
  }

  Timeline withResponse(
      Duration at, TaskState state, boolean changed, boolean back, boolean stalled) {
    return new Timeline(
        polls + 1,
        errors,
        rateLimited,
        notFound,
        regressions + (back ? 1 : 0),
        stalls + (stalled ? 1 : 0),
        changed
            ? append(new StageChange(at, polls + 1, state.stage(), Words.statusExcerpt(state)))
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

  private List<StageChange> append(StageChange entry) {
    List<StageChange> all = new ArrayList<>(stages);
    all.add(entry);
    return all.subList(Math.max(0, all.size() - MAX_STAGES), all.size());
  }

  /** Such as {@code 7 polls, 1 failed; QUEUED (pending) after 0 s, RUNNING after 31 s}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(polls).append(" polls");
    appendCount(text, errors, "failed");
    appendCount(text, rateLimited, "refused as too many");
    appendCount(text, notFound, "without the task");
    appendCount(text, regressions, "back");
    appendCount(text, stalls, "stalled");
    for (int i = 0; i < stages.size(); i++) {
      text.append(i == 0 ? "; " : ", ").append(stages.get(i));
    }
    return text.toString();
  }

  private static void appendCount(StringBuilder text, int number, String what) {
    if (number > 0) {
      text.append(", ").append(number).append(' ').append(what);
    }
  }
}
