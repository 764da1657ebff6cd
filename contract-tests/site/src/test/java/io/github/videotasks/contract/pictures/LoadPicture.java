package io.github.videotasks.contract.pictures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Memory or lag by number of waits, beside other ways to wait. */
final class LoadPicture implements MeasuredPicture {

  private static final int MEMORY_COLUMN = 8;
  private static final int LAG_COLUMN = 6;

  /** A lag below the resolution of the table, on an axis that is logarithmic. */
  private static final double LEAST_LAG_MILLIS = 0.5;

  private final DocumentTable table =
      DocumentTable.read("client-ext/WAITING.md", "| tasks | client | polls due |");

  private final boolean lag;

  LoadPicture(boolean lag) {
    this.lag = lag;
  }

  @Override
  public String name() {
    return lag ? "waits-lag" : "waits-memory";
  }

  @Override
  public String data() {
    return table.text();
  }

  @Override
  public String draw(PictureTheme theme) {
    XYSeriesCollection data = new XYSeriesCollection();
    series().values().forEach(data::addSeries);
    ValueAxis value = lag ? ChartPainter.logarithmic("ms") : ChartPainter.linear("MB");
    return new ChartPainter(theme)
        .points(
            lag ? "Lag of polls, 99th percentile" : "Memory of the process",
            ChartPainter.logarithmic("open waits"),
            value,
            true,
            data);
  }

  private Map<String, XYSeries> series() {
    Map<String, XYSeries> series = new LinkedHashMap<>();
    double waits = 0;
    for (List<String> row : table.rows()) {
      if (!row.get(0).isEmpty()) {
        waits = DocumentTable.number(row.get(0));
      }
      double value =
          lag ? lagMillis(row.get(LAG_COLUMN)) : DocumentTable.number(row.get(MEMORY_COLUMN));
      series.computeIfAbsent(row.get(1).replaceFirst(",.*", ""), XYSeries::new).add(waits, value);
    }
    return series;
  }

  private static double lagMillis(String cell) {
    double value = DocumentTable.number(cell);
    return Math.max(LEAST_LAG_MILLIS, cell.endsWith("ms") ? value : value * 1_000);
  }
}
