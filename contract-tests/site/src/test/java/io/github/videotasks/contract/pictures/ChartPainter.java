package io.github.videotasks.contract.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws charts in the colours of a theme. */
final class ChartPainter {

  private static final Color TRANSPARENT = new Color(0, 0, 0, 0);
  private static final float LINE_WIDTH = 2f;

  /** Shapes of the points: the second one begins when the colours begin again. */
  private static final Shape[] SHAPES = {
    new Ellipse2D.Double(-5, -5, 10, 10),
    new Rectangle2D.Double(-4.5, -4.5, 9, 9),
    new Rectangle2D.Double(-6, -2.5, 12, 5)
  };

  static {
    // Otherwise rotated texts are drawn as outlines, which cannot be selected and are long.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private final PictureTheme theme;

  ChartPainter(PictureTheme theme) {
    this.theme = theme;
  }

  /** Returns an axis with a linear scale. */
  static ValueAxis linear(String label) {
    return new NumberAxis(label);
  }

  /** Returns an axis with a logarithmic scale. */
  static ValueAxis logarithmic(String label) {
    LogarithmicAxis axis = new LogarithmicAxis(label);
    axis.setStrictValuesFlag(false);
    axis.setExpTickLabelsFlag(false);
    axis.setLog10TickLabelsFlag(false);
    return axis;
  }

  /** Draws points, with lines between those of a series if wanted. */
  String points(String title, ValueAxis x, ValueAxis y, boolean lines, XYSeriesCollection data) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(lines, true);
    for (int i = 0; i < data.getSeriesCount(); i++) {
      renderer.setSeriesPaint(i, theme.series(i));
      renderer.setSeriesShape(i, SHAPES[i / PictureTheme.COLOURS % SHAPES.length]);
      renderer.setSeriesStroke(i, new BasicStroke(LINE_WIDTH));
    }
    XYPlot plot = new XYPlot(data, x, y, renderer);
    style(x);
    style(y);
    plot.setDomainGridlinePaint(theme.line());
    plot.setRangeGridlinePaint(theme.line());
    return draw(title, plot);
  }

  private void style(Axis axis) {
    axis.setLabelFont(SvgWriter.FONT);
    axis.setTickLabelFont(SvgWriter.FONT);
    axis.setLabelPaint(theme.text());
    axis.setTickLabelPaint(theme.text());
    axis.setAxisLinePaint(theme.line());
    axis.setTickMarkPaint(theme.line());
  }

  private String draw(String title, Plot plot) {
    plot.setBackgroundPaint(TRANSPARENT);
    plot.setOutlinePaint(theme.line());
    JFreeChart chart = new JFreeChart(title, SvgWriter.FONT.deriveFont(Font.BOLD), plot, true);
    chart.setBackgroundPaint(TRANSPARENT);
    chart.setPadding(new RectangleInsets(6, 6, 6, 16));
    chart.getTitle().setPaint(theme.text());
    LegendTitle legend = chart.getLegend();
    legend.setPosition(RectangleEdge.RIGHT);
    legend.setItemFont(SvgWriter.FONT);
    legend.setItemPaint(theme.text());
    legend.setBackgroundPaint(TRANSPARENT);
    legend.setFrame(BlockBorder.NONE);
    int width = MeasuredPicture.WIDTH;
    int height = MeasuredPicture.HEIGHT;
    return SvgWriter.draw(
        width, height, it -> chart.draw(it, new Rectangle2D.Double(0, 0, width, height)));
  }
}
