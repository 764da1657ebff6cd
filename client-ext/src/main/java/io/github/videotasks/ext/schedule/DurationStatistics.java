package io.github.videotasks.ext.schedule;

import io.github.videotasks.ext.payload.TaskId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Statistics of the durations of ended tasks, for each model of one gateway. Thread-safe. */
public final class DurationStatistics {

  /** Ids contain the model name, which a caller may invent: further models share one entry. */
  private static final int MAX_MODELS = 1_000;

  private static final String NO_MODEL = "";

  private final Map<String, DurationPosterior> models = new ConcurrentHashMap<>();
  private final Map<String, Integer> openTasks = new ConcurrentHashMap<>();

  /** Creates statistics without any task. */
  public DurationStatistics() {}

  /**
   * {@return the expected duration of a task, that of {@link DurationProfile#UNKNOWN_MODEL} without
   * statistics}
   *
   * @param id its model selects the statistics
   */
  public DurationProfile profileOf(TaskId id) {
    String model = modelOf(id);
    return models
        .getOrDefault(model, DurationPosterior.EMPTY)
        .toProfile(openTasks.getOrDefault(model, 1) - 1);
  }

  /**
   * Counts an open task, until {@link #taskEnded}.
   *
   * @param id its model is counted
   */
  public void taskStarted(TaskId id) {
    openTasks.merge(modelOf(id), 1, Integer::sum);
  }

  /**
   * Counts an open task less, however its wait ended.
   *
   * @param id its model is counted
   */
  public void taskEnded(TaskId id) {
    openTasks.computeIfPresent(modelOf(id), (model, count) -> count > 1 ? count - 1 : null);
  }

  /**
   * Adds the duration of a succeeded task.
   *
   * @param id its model gets the duration
   * @param age at its end, in seconds; ignored unless positive
   */
  public void recordDuration(TaskId id, double age) {
    if (age > 0) {
      String name = modelOf(id);
      String key = models.size() < MAX_MODELS || models.containsKey(name) ? name : NO_MODEL;
      models.merge(key, DurationPosterior.EMPTY.with(age), (known, first) -> known.with(age));
    }
  }

  private static String modelOf(TaskId id) {
    String model = id.model();
    return model == null ? NO_MODEL : model;
  }
}
