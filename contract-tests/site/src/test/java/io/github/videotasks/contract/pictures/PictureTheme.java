package io.github.videotasks.contract.pictures;

import java.awt.Color;
import java.util.Locale;

/** Colours for a light or a dark page; the background is transparent. */
enum PictureTheme {
  LIGHT(new Color(0x1f2328), new Color(0xd0d7de), 0x0969da, 0xbc4c00, 0x1a7f37, 0x8250df, 0xcf222e),
  DARK(new Color(0xe6edf3), new Color(0x3d444d), 0x4493f8, 0xf0883e, 0x3fb950, 0xab7df8, 0xf85149);

  /** The number of different colours of series. */
  static final int COLOURS = 5;

  /** Colour of texts and axes. */
  final Color text;

  /** Colour of the grid and of borders. */
  final Color line;

  private final int[] series;

  PictureTheme(Color text, Color line, int... series) {
    this.text = text;
    this.line = line;
    this.series = series;
  }

  /** Returns the colour of a series; after the last one begins the first again. */
  Color series(int index) {
    return new Color(series[index % series.length]);
  }

  /** Returns the colour of a bar: the second time the colours are used, they are paler. */
  Color barColour(int index) {
    int rgb = series(index).getRGB() & 0xffffff;
    int alpha = 255 - 90 * (index / COLOURS % 3);
    return new Color(rgb | alpha << 24, true);
  }

  /** Returns the name of a picture's file in this theme. */
  String fileName(String picture) {
    return picture + "-" + name().toLowerCase(Locale.ROOT) + ".svg";
  }
}
