package io.github.videotasks.ext.schedule;

import io.github.videotasks.ext.payload.TaskId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the ended tasks of one gateway taught about the durations of its models. */
public final class DurationStatistics {

  /** Ids hold the model's name, and a caller may invent any: the rest shares one entry. */
  private static final int MAX_MODELS = 1_000;

  private static final String NO_MODEL = "";

  private final Map<String, DurationPosterior> models = new ConcurrentHashMap<>();
  private final Map<String, Integer> openTasks = new ConcurrentHashMap<>();

  public DurationProfile profileOf(TaskId id) {
    String model = modelOf(id);
    return models
        .getOrDefault(model, DurationPosterior.EMPTY)
        .toProfile(openTasks.getOrDefault(model, 1) - 1);
  }

  public void taskStarted(TaskId id) {
    openTasks.merge(modelOf(id), 1, Integer::sum);
  }

  public void taskEnded(TaskId id) {
    openTasks.computeIfPresent(modelOf(id), (model, count) -> count > 1 ? count - 1 : null);
  }

  /** Learns from a task that ended at this age, in seconds. */
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
