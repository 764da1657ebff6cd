package io.github.videotasks.ext;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Writes down what is logged, on all levels, from {@link #start} to {@link #close}. */
final class RecordingLogHandler extends Handler {

  private final List<String> lines;
  private final Logger root = Logger.getLogger("");
  private final Level previousLevel = root.getLevel();

  /**
   * Records nothing yet.
   *
   * @param seen where the lines go, from any thread
   */
  RecordingLogHandler(List<String> seen) {
    this.lines = seen;
  }

  void start() {
    setLevel(Level.ALL);
    root.addHandler(this);
    root.setLevel(Level.ALL);
  }

  @Override
  public void publish(LogRecord log) {
    // The server of the test logs too, and what it logs is not ours.
    if (isLoggable(log) && !log.getLoggerName().startsWith("mockwebserver3")) {
      lines.add(new SimpleFormatter().format(log));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(previousLevel);
  }
}
