package io.github.videotasks.ext.payload;

import org.jspecify.annotations.Nullable;

/**
 * Status of a task as a response reports it.
 *
 * @param value the vendor's status value, unchanged; null if there is none or it is not a text
 * @param stage the stage as long as the response does not contain a result
 * @param stageWithResult the stage if it does; differs only for values that clients interpret
 *     differently
 * @param innerTask the property that holds the task, such as {@code data}; empty if the response
 *     itself is the task
 */
record TaskStatus(@Nullable String value, Stage stage, Stage stageWithResult, String innerTask) {

  /** The response has no status. */
  static final TaskStatus NONE = new TaskStatus(null, Stage.UNKNOWN, Stage.UNKNOWN, "");

  static TaskStatus of(String value) {
    return new TaskStatus(
        value, StageMapping.stageOf(value, false), StageMapping.stageOf(value, true), "");
  }

  static TaskStatus of(Stage stage) {
    return new TaskStatus(null, stage, stage, "");
  }

  /** Returns a copy that is a success only with a result. */
  TaskStatus disputed() {
    return new TaskStatus(value, Stage.UNKNOWN, Stage.SUCCEEDED, innerTask);
  }

  /** Returns a copy whose value decides nothing. */
  TaskStatus unknown() {
    return new TaskStatus(value, Stage.UNKNOWN, Stage.UNKNOWN, innerTask);
  }

  TaskStatus within(String property) {
    return new TaskStatus(
        value,
        stage,
        stageWithResult,
        innerTask.isEmpty() ? property : JsonCursor.path(property, innerTask));
  }

  boolean isPresent() {
    return !equals(NONE);
  }

  /** Returns whether it is, or may turn out to be, a success. */
  boolean mayBeSuccess() {
    return stageWithResult == Stage.SUCCEEDED;
  }

  Stage stage(boolean hasResult) {
    return hasResult ? stageWithResult : stage;
  }
}
