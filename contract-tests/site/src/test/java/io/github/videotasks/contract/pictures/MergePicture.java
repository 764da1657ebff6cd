package io.github.videotasks.contract.pictures;

import java.util.List;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Time of a merge by number of documents, beside another tool. */
final class MergePicture implements MeasuredPicture {

  private final DocumentTable table =
      DocumentTable.read("spec/COST.md", "| documents | paths | spec-tool: s |");

  @Override
  public String name() {
    return "merge-time";
  }

  @Override
  public String data() {
    return table.text();
  }

  @Override
  public String draw(PictureTheme theme) {
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(series("spec-tool, distinct paths", "distinct", 2));
    data.addSeries(series("spec-tool, equal paths", "the same", 2));
    data.addSeries(series("redocly join, distinct paths", "distinct", 5));
    return new ChartPainter(theme)
        .points(
            "Time of a merge",
            ChartPainter.logarithmic("documents"),
            ChartPainter.logarithmic("seconds"),
            true,
            data);
  }

  private XYSeries series(String name, String paths, int column) {
    XYSeries series = new XYSeries(name);
    for (List<String> row : table.rows()) {
      if (row.get(1).equals(paths)) {
        series.add(DocumentTable.number(row.get(0)), DocumentTable.number(row.get(column)));
      }
    }
    return series;
  }
}
