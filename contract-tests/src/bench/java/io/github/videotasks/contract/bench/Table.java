package io.github.videotasks.contract.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The figures of one run, and how each compares with the bound and with ours; ratios of one run
 * alone mean something.
 */
final class Table {
  private final Map<String, Map<Payload, Map<Library, Figures>>> rows = new TreeMap<>();

  private record Figures(double nanos, double bytes) {
    double perSecond() {
      return 1e9 / nanos;
    }
  }

  Table(List<RunResult> results) {
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
      rows.computeIfAbsent(time.getLabel(), any -> new EnumMap<>(Payload.class))
          .computeIfAbsent(
              Payload.valueOf(result.getParams().getParam("payload")),
              any -> new EnumMap<>(Library.class))
          .put(
              Library.valueOf(result.getParams().getParam("library")),
              new Figures(
                  time.getStatistics().getPercentile(50),
                  allocated == null ? Double.NaN : allocated.getScore()));
    }
  }

  String text() {
    List<String> lines = new ArrayList<>();
    rows.forEach(
        (operation, payloads) ->
            payloads.forEach((payload, figures) -> add(lines, operation, payload, figures)));
    return String.join("\n", lines);
  }

  private static void add(
      List<String> lines, String operation, Payload payload, Map<Library, Figures> figures) {
    lines.add("");
    lines.add(
        "%-34s %10s %10s %9s %8s %8s %8s"
            .formatted(
                operation + " " + payload.title,
                "ns/op",
                "op/s",
                "B/op",
                "x bound",
                "x ours",
                "B x ours"));
    Figures bound = figures.get(Library.SKIP_VALUE);
    Figures ours = figures.get(Library.OURS);
    figures.forEach(
        (library, each) ->
            lines.add(
                "%-34s %10.0f %10.0f %9.0f %8s %8s %8s"
                    .formatted(
                        library.title,
                        each.nanos,
                        each.perSecond(),
                        each.bytes,
                        bound == null ? "" : ratio(each.nanos, bound.nanos),
                        ours == null ? "" : ratio(each.nanos, ours.nanos),
                        ours == null ? "" : ratio(each.bytes, ours.bytes))));
  }

  private static String ratio(double part, double whole) {
    return "%.2f".formatted(part / whole);
  }
}
