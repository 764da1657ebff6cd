package io.github.videotasks.contract.pictures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Decode time and allocated bytes of other libraries, as ratios to those of the client. */
final class DecodePicture implements MeasuredPicture {

  private static final int LIBRARY_COLUMN = 2;
  private static final int TIME_RATIO_COLUMN = 7;
  private static final int BYTES_RATIO_COLUMN = 8;

  private final DocumentTable table =
      DocumentTable.read("contract-tests/bench/README.md", "| | payload | library | ns/op |");

  @Override
  public String name() {
    return "decode";
  }

  @Override
  public String data() {
    return libraries().stream()
        .map(row -> String.join("\t", row))
        .collect(Collectors.joining("\n"));
  }

  /** Rows of libraries that decode; a bound reads the bytes and keeps nothing. */
  private List<List<String>> libraries() {
    return table.rows().stream()
        .filter(row -> row.get(0).equals("decode"))
        .filter(row -> !row.get(LIBRARY_COLUMN).startsWith("bound"))
        .toList();
  }

  @Override
  public String draw(PictureTheme theme) {
    Map<String, XYSeries> series = new LinkedHashMap<>();
    for (List<String> row : libraries()) {
      series
          .computeIfAbsent(row.get(LIBRARY_COLUMN), XYSeries::new)
          .add(
              DocumentTable.number(row.get(TIME_RATIO_COLUMN)),
              DocumentTable.number(row.get(BYTES_RATIO_COLUMN)));
    }
    XYSeriesCollection data = new XYSeriesCollection();
    series.values().forEach(data::addSeries);
    return new ChartPainter(theme)
        .points(
            "Decoding: each point is a payload, relative to this client",
            ChartPainter.logarithmic("time of one response, this client = 1"),
            ChartPainter.logarithmic("allocated bytes, this client = 1"),
            false,
            data);
  }
}
