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

  DurationProfile of(TaskId id) {
    return models.getOrDefault(model(id), Learned.NOTHING).profile();
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

  /**
   * The normal-inverse-gamma update of the logarithms. The figures of the unknown model count as
   * {@value #PRIOR} observations, so the first tasks of a fast or a slow model widen the spread,
   * and some more narrow it around the right place.
   */
  private record Learned(double count, double mean, double squares) {

    static final Learned NOTHING = new Learned(0, 0, 0);

    private static final double PRIOR = 4;

    /** What is older counts less and less: gateways change. */
    private static final double MEMORY = 500;

    Learned with(double age) {
      double kept = Math.min(1, (MEMORY - 1) / Math.max(count, 1));
      double before = count * kept;
      double delta = StrictMath.log(age) - mean;
      double now = mean + delta / (before + 1);
      return new Learned(before + 1, now, squares * kept + delta * delta * before / (before + 1));
    }

    DurationProfile profile() {
      DurationProfile prior = DurationProfile.UNKNOWN_MODEL;
      double all = PRIOR + count;
      double apart = mean - prior.mu();
      double spread =
          PRIOR * prior.sigma() * prior.sigma()
              + squares
              + PRIOR * count / all * (count == 0 ? 0 : apart * apart);
      double sigma = Math.sqrt(spread / all * (1 + (count == 0 ? 0 : 1 / all)));
      return new DurationProfile(
          prior.mu() + (count == 0 ? 0 : apart * count / all), Math.max(sigma, 0.02));
    }
  }
}
