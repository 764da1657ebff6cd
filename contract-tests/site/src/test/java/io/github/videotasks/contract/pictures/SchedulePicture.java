package io.github.videotasks.contract.pictures;

import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Polls against lateness of each schedule. */
final class SchedulePicture implements MeasuredPicture {

  private final DocumentTable table =
      DocumentTable.read("client-ext/SCHEDULES.md", "| schedule | progress | polls |");

  @Override
  public String name() {
    return "schedules";
  }

  @Override
  public String data() {
    return table.text();
  }

  @Override
  public String draw(PictureTheme theme) {
    XYSeriesCollection data = new XYSeriesCollection();
    for (List<String> row : table.rows()) {
      String progress = row.get(1).equals("none") ? "" : ", " + row.get(1);
      XYSeries series = new XYSeries(row.get(0) + progress);
      series.add(DocumentTable.number(row.get(2)), DocumentTable.number(row.get(3)));
      data.addSeries(series);
    }
    ValueAxis polls = ChartPainter.logarithmic("polls of a task");
    polls.setRange(5, 500);
    return new ChartPainter(theme)
        .points(
            "Cost and lateness of each schedule, tasks of 246 s (median)",
            polls,
            ChartPainter.linear("lateness, mean, in s"),
            false,
            data);
  }
}
