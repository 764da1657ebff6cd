package io.github.videotasks.ext;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Writes down what is logged, on all levels, from {@link #begin} to {@link #close}. */
final class RecordedLogs extends Handler {

  private final List<String> seen;
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();

  /**
   * Records nothing yet.
   *
   * @param seen where the lines go, from any thread
   */
  RecordedLogs(List<String> seen) {
    this.seen = seen;
  }

  void begin() {
    setLevel(Level.ALL);
    root.addHandler(this);
    root.setLevel(Level.ALL);
  }

  @Override
  public void publish(LogRecord log) {
    // The server of the test logs too, and what it logs is not ours.
    if (isLoggable(log) && !log.getLoggerName().startsWith("mockwebserver3")) {
      seen.add(new SimpleFormatter().format(log));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(before);
  }
}
