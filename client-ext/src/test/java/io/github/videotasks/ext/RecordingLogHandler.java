package io.github.videotasks.ext;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Records all log lines of all levels from {@link #start} to {@link #close}. */
final class RecordingLogHandler extends Handler {

  private final List<String> lines;
  private final Logger root = Logger.getLogger("");
  private final Level previousLevel = root.getLevel();

  /**
   * Creates a handler that is not started.
   *
   * @param lines receives the lines, from any thread
   */
  RecordingLogHandler(List<String> lines) {
    this.lines = lines;
  }

  void start() {
    setLevel(Level.ALL);
    root.addHandler(this);
    root.setLevel(Level.ALL);
  }

  @Override
  public void publish(LogRecord log) {
    // The lines of MockWebServer are not part of the client.
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
