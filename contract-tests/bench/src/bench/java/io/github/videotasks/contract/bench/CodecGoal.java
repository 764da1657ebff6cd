package io.github.videotasks.contract.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Performance goal of our client, as the maximum ratio of its measurement to that of another
 * library.
 *
 * @param operation {@code decode} or {@code encode}
 * @param title name of the goal in the table
 * @param payloads the payloads that the goal applies to
 * @param baseline the library to compare with
 * @param figure the measurement that is compared
 * @param maxRatio the largest ratio (ours / baseline) that meets the goal
 */
record CodecGoal(
    String operation,
    String title,
    Set<Payload> payloads,
    Library baseline,
    ToDoubleFunction<CodecMeasurement> figure,
    double maxRatio) {
  private static final Set<Payload> ALL_PAYLOADS = Set.of(Payload.values());
  private static final Set<Payload> SORA_PAYLOADS =
      Set.of(Payload.SORA_WAITING, Payload.SORA_FINISHED);
  private static final Set<Payload> FLAT_PAYLOADS =
      Set.of(Payload.GROK_FINISHED, Payload.OPENAI_VIDEO);

  static final List<CodecGoal> GOALS =
      List.of(
          timeGoal("decode", "at most 1.3 x skipValue", ALL_PAYLOADS, Library.SKIP_VALUE, 1.3),
          timeGoal(
              "decode", "2 x as fast as stock gson", SORA_PAYLOADS, Library.STOCK_GSON, 1 / 2.0),
          timeGoal(
              "decode", "1.4 x as fast as stock gson", FLAT_PAYLOADS, Library.STOCK_GSON, 1 / 1.4),
          timeGoal(
              "decode", "not slower than stock jackson", ALL_PAYLOADS, Library.STOCK_JACKSON, 1),
          new CodecGoal(
              "decode",
              "bytes at most Jackson's",
              ALL_PAYLOADS,
              Library.JACKSON,
              CodecMeasurement::bytesPerOperation,
              1),
          timeGoal("encode", "not slower than reflective Moshi", ALL_PAYLOADS, Library.MOSHI, 1));

  private static CodecGoal timeGoal(
      String operation, String title, Set<Payload> payloads, Library baseline, double maxRatio) {
    return new CodecGoal(
        operation, title, payloads, baseline, CodecMeasurement::nanosPerOperation, maxRatio);
  }

  /** Returns rows of a Markdown table: goal, payload, ratio, limit, whether it is met. */
  Stream<String> rows(Map<Payload, Map<Library, CodecMeasurement>> measured) {
    return measured.entrySet().stream()
        .filter(it -> payloads.contains(it.getKey()))
        .filter(it -> it.getValue().keySet().containsAll(Set.of(Library.OURS, baseline)))
        .map(it -> row(it.getKey(), it.getValue()));
  }

  private String row(Payload payload, Map<Library, CodecMeasurement> measured) {
    double ratio =
        figure.applyAsDouble(measured.get(Library.OURS))
            / figure.applyAsDouble(measured.get(baseline));
    return String.format(
        Locale.ROOT,
        "| %s: %s | %s | %.2f | %.2f | %s |",
        operation,
        title,
        payload.title,
        ratio,
        maxRatio,
        ratio <= maxRatio ? "met" : "MISSED");
  }
}
