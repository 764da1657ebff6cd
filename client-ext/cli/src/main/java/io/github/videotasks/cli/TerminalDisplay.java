package io.github.videotasks.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Size;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/**
 * Live display on standard error, drawn by JLine. JLine neither reads the keyboard nor handles
 * signals here, so that Ctrl-C stays a signal and standard input may be a file.
 */
final class TerminalDisplay implements LiveDisplay {
  private static final int BUFFER_BYTES = 65_536;

  private final DumbTerminal terminal;
  private final Display display;
  private final TerminalSize size;
  private final StageColours colours;
  private boolean shown;

  private TerminalDisplay(DumbTerminal terminal, TerminalSize size, StageColours colours) {
    this.terminal = terminal;
    this.display = new Display(terminal, false);
    this.size = size;
    this.colours = colours;
  }

  /**
   * Opens the display if standard error is a terminal that understands escapes.
   *
   * @param stream standard error
   * @param environment variables by name
   */
  static LiveDisplay open(OutputStream stream, Map<String, String> environment) {
    if (!TerminalSize.isTerminal(environment)) {
      return LiveDisplay.none();
    }
    return on(stream, new TerminalSize(environment), StageColours.of(environment, true));
  }

  /** Returns a display on any stream, with the escapes that all terminals of today understand. */
  static LiveDisplay on(OutputStream stream, TerminalSize size, StageColours colours) {
    try {
      // One write for each update, so that nobody sees half of it.
      OutputStream buffered = new BufferedOutputStream(stream, BUFFER_BYTES);
      InputStream noKeyboard = InputStream.nullInputStream();
      DumbTerminal terminal =
          new DumbTerminal(
              "video-tasks", "xterm-256color", noKeyboard, buffered, StandardCharsets.UTF_8);
      return new TerminalDisplay(terminal, size, colours);
    } catch (IOException e) {
      return LiveDisplay.none();
    }
  }

  @Override
  public boolean isLive() {
    return true;
  }

  @Override
  public int rows() {
    return Math.max(1, size.current().getRows() - 1);
  }

  @Override
  public void show(List<String> lines) {
    Size current = size.current();
    display.resize(current);
    // The last column stays empty: terminals differ in when they wrap.
    int width = Math.max(1, current.getColumns() - 1);
    List<AttributedString> cut =
        lines.stream()
            .limit(rows())
            .map(line -> AttributedString.fromAnsi(line).columnSubSequence(0, width))
            .toList();
    update(cut);
    shown = !cut.isEmpty();
  }

  @Override
  public void clear() {
    if (shown) {
      update(List.of());
      display.reset();
      shown = false;
    }
  }

  /**
   * Draws the lines and leaves the cursor at the start of the first one. What a user types, such as
   * Ctrl-C, is echoed there.
   */
  private void update(List<AttributedString> lines) {
    terminal.writer().write('\r');
    display.update(lines, 0);
    terminal.flush();
  }

  @Override
  public StageColours colours() {
    return colours;
  }
}
