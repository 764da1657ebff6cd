package io.github.videotasks.ext.polling;

import io.github.videotasks.ext.payload.TaskId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the ended tasks of one gateway taught about the durations of its models. */
final class Durations {

  /** Ids hold the model's name, and a caller may invent any: the rest shares one entry. */
  private static final int MOST_MODELS = 1_000;

  private static final String NO_MODEL = "";

  private final Map<String, Learned> models = new ConcurrentHashMap<>();
  private final Map<String, Integer> open = new ConcurrentHashMap<>();

  DurationProfile of(TaskId id) {
    String model = model(id);
    return models.getOrDefault(model, Learned.NOTHING).profile(open.getOrDefault(model, 1) - 1);
  }

  void began(TaskId id) {
    open.merge(model(id), 1, Integer::sum);
  }

  void left(TaskId id) {
    open.computeIfPresent(model(id), (model, count) -> count > 1 ? count - 1 : null);
  }

  /** Learns from a task that ended at this age, in seconds. */
  void ended(TaskId id, double age) {
    if (age > 0) {
      String name = model(id);
      String key = models.size() < MOST_MODELS || models.containsKey(name) ? name : NO_MODEL;
      models.merge(key, Learned.NOTHING.with(age), (known, first) -> known.with(age));
    }
  }

  private static String model(TaskId id) {
    String model = id.model();
    return model == null ? NO_MODEL : model;
  }
}
