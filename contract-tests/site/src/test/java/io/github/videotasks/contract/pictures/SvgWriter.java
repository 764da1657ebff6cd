package io.github.videotasks.contract.pictures;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Font;
import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Draws on a Graphics2D whose commands become SVG; texts stay texts. */
final class SvgWriter {

  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

  private SvgWriter() {}

  static String draw(int width, int height, Consumer<Graphics2D> painter) {
    VectorGraphics2D graphics = new VectorGraphics2D();
    painter.accept(graphics);
    Document document =
        Processors.get("svg")
            .getDocument(graphics.getCommands(), new PageSize(0, 0, width, height));
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    try {
      document.writeTo(svg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The font of this machine may be absent where the picture is seen.
    return svg.toString(StandardCharsets.UTF_8)
        .replaceAll("font-family:&quot;[^&]*&quot;", "font-family:sans-serif");
  }
}
