package io.github.videotasks.contract.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Formats the results of one run as Markdown tables: the measurements, their ratios to the lower
 * bound and to our client, and the goals that are met. Only ratios within one run are meaningful.
 */
final class CodecBenchmarkTable {
  private final Map<String, Map<Payload, Map<Library, CodecMeasurement>>> measured =
      new TreeMap<>();

  CodecBenchmarkTable(List<RunResult> results) {
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
      measured
          .computeIfAbsent(time.getLabel(), any -> new EnumMap<>(Payload.class))
          .computeIfAbsent(
              Payload.valueOf(result.getParams().getParam("payload")),
              any -> new EnumMap<>(Library.class))
          .put(
              Library.valueOf(result.getParams().getParam("library")),
              new CodecMeasurement(
                  time.getStatistics().getPercentile(50),
                  allocated == null ? Double.NaN : allocated.getScore()));
    }
  }

  String toMarkdown() {
    List<String> lines = new ArrayList<>();
    lines.add("\n| | payload | library | ns/op | op/s | B/op | x bound | x ours | B x ours |");
    lines.add("|---|---|---|---:|---:|---:|---:|---:|---:|");
    measured.forEach(
        (operation, payloads) ->
            payloads.forEach((payload, figures) -> addRow(lines, operation, payload, figures)));
    lines.add("\n| goal | payload | ratio | at most | |");
    lines.add("|---|---|---:|---:|---|");
    for (CodecGoal goal : CodecGoal.GOALS) {
      goal.rows(measured.getOrDefault(goal.operation(), Map.of())).forEach(lines::add);
    }
    return String.join("\n", lines);
  }

  private static void addRow(
      List<String> lines,
      String operation,
      Payload payload,
      Map<Library, CodecMeasurement> figures) {
    CodecMeasurement bound = figures.get(Library.SKIP_VALUE);
    CodecMeasurement ours = figures.get(Library.OURS);
    figures.forEach(
        (library, each) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.0f | %.0f | %.0f | %s | %s | %s |",
                    operation,
                    payload.title,
                    library.title,
                    each.nanosPerOperation(),
                    each.operationsPerSecond(),
                    each.bytesPerOperation(),
                    bound == null ? "" : ratio(each.nanosPerOperation(), bound.nanosPerOperation()),
                    ours == null ? "" : ratio(each.nanosPerOperation(), ours.nanosPerOperation()),
                    ours == null
                        ? ""
                        : ratio(each.bytesPerOperation(), ours.bytesPerOperation()))));
  }

  private static String ratio(double value, double reference) {
    return String.format(Locale.ROOT, "%.2f", value / reference);
  }
}
