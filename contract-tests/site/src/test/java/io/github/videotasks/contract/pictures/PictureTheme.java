package io.github.videotasks.contract.pictures;

import java.awt.Color;
import java.util.Locale;

/** Colours for a light or a dark page; the background is transparent. */
enum PictureTheme {
  LIGHT(0x1f2328, 0xd0d7de, "0969da bc4c00 1a7f37 8250df cf222e"),
  DARK(0xe6edf3, 0x3d444d, "4493f8 f0883e 3fb950 ab7df8 f85149");

  /** The number of different colours of series. */
  static final int COLOURS = 5;

  private static final int HEX = 16;

  private final int text;
  private final int line;
  private final String series;

  PictureTheme(int text, int line, String series) {
    this.text = text;
    this.line = line;
    this.series = series;
  }

  /** Returns the colour of texts and axes. */
  Color text() {
    return new Color(text);
  }

  /** Returns the colour of the grid and of borders. */
  Color line() {
    return new Color(line);
  }

  /** Returns the colour of a series; after the last one begins the first again. */
  Color series(int index) {
    return new Color(Integer.parseInt(series.split(" ", -1)[index % COLOURS], HEX));
  }

  /** Returns the name of a picture's file in this theme. */
  String fileName(String picture) {
    return picture + "-" + name().toLowerCase(Locale.ROOT) + ".svg";
  }
}
