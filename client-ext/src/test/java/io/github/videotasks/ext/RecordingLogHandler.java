package io.github.videotasks.ext;

import java.util.List;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** Records the log lines of a logger from {@link #start} to {@link #close}. */
final class RecordingLogHandler extends Handler {

  private final Logger logger;
  private final @Nullable Level previousLevel;
  private final @Nullable Level level;
  private final Function<LogRecord, String> format;
  private final List<String> lines;

  /**
   * Creates a handler of all lines of all loggers that is not started.
   *
   * @param lines receives the lines, from any thread
   */
  RecordingLogHandler(List<String> lines) {
    this(Logger.getLogger(""), Level.ALL, new SimpleFormatter()::format, lines);
  }

  /**
   * Creates a handler that is not started.
   *
   * @param logger the logger and those below it
   * @param level the level of the logger while lines are recorded; its own level if null
   * @param format returns the line of a record
   * @param lines receives the lines, from any thread
   */
  RecordingLogHandler(
      Logger logger,
      @Nullable Level level,
      Function<LogRecord, String> format,
      List<String> lines) {
    this.logger = logger;
    this.previousLevel = logger.getLevel();
    this.level = level == null ? previousLevel : level;
    this.format = format;
    this.lines = lines;
  }

  void start() {
    setLevel(Level.ALL);
    logger.addHandler(this);
    logger.setLevel(level);
  }

  @Override
  public void publish(LogRecord log) {
    // The lines of MockWebServer are not part of the client.
    if (isLoggable(log) && !String.valueOf(log.getLoggerName()).startsWith("mockwebserver3")) {
      lines.add(format.apply(log));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(previousLevel);
  }
}
