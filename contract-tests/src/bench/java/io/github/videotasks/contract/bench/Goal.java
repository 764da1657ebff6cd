package io.github.videotasks.contract.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What ours must reach beside another: a ratio of one figure of both.
 *
 * @param most the ratio, ours by the other's, that still meets it
 */
record Goal(
    String operation,
    String title,
    Set<Payload> payloads,
    Library other,
    ToDoubleFunction<Figures> figure,
    double most) {
  private static final Set<Payload> ALL = Set.of(Payload.values());
  private static final Set<Payload> SORA = Set.of(Payload.SORA_WAITING, Payload.SORA_FINISHED);
  private static final Set<Payload> FLAT = Set.of(Payload.GROK_FINISHED, Payload.OPENAI_VIDEO);

  static final List<Goal> GOALS =
      List.of(
          time("decode", "at most 1.3 x skipValue", ALL, Library.SKIP_VALUE, 1.3),
          time("decode", "2 x as fast as stock gson", SORA, Library.STOCK_GSON, 1 / 2.0),
          time("decode", "1.4 x as fast as stock gson", FLAT, Library.STOCK_GSON, 1 / 1.4),
          time("decode", "not slower than stock jackson", ALL, Library.STOCK_JACKSON, 1),
          new Goal("decode", "bytes at most Jackson's", ALL, Library.JACKSON, Figures::bytes, 1),
          time("encode", "not slower than reflective Moshi", ALL, Library.MOSHI, 1));

  private static Goal time(
      String operation, String title, Set<Payload> payloads, Library other, double most) {
    return new Goal(operation, title, payloads, other, Figures::nanos, most);
  }

  /** The rows of a Markdown table: goal, payload, ratio, limit, whether it is met. */
  Stream<String> rows(Map<Payload, Map<Library, Figures>> measured) {
    return measured.entrySet().stream()
        .filter(it -> payloads.contains(it.getKey()))
        .filter(it -> it.getValue().keySet().containsAll(Set.of(Library.OURS, other)))
        .map(it -> row(it.getKey(), it.getValue()));
  }

  private String row(Payload payload, Map<Library, Figures> measured) {
    double ratio =
        figure.applyAsDouble(measured.get(Library.OURS))
            / figure.applyAsDouble(measured.get(other));
    return String.format(
        Locale.ROOT,
        "| %s: %s | %s | %.2f | %.2f | %s |",
        operation,
        title,
        payload.title,
        ratio,
        most,
        ratio <= most ? "met" : "MISSED");
  }
}
