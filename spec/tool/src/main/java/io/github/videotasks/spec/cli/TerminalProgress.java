package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.ProgressListener;
import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows on one line of a terminal how far a command has come, once it takes longer than a second.
 * The line is rewritten at most ten times a second, and wiped at the end.
 */
final class TerminalProgress implements ProgressListener {
  private static final long INITIAL_DELAY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long UPDATE_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final PrintWriter terminal;
  private final LongSupplier nanoTime;
  private long nextUpdate;
  private int width;

  /**
   * Starts to count the time.
   *
   * @param terminal takes the line
   * @param nanoTime the clock, in ns
   */
  TerminalProgress(PrintWriter terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.nextUpdate = nanoTime.getAsLong() + INITIAL_DELAY_NANOS;
  }

  /** Tells whether a person looks on: both ends of the process are a terminal. */
  @SuppressWarnings("SystemConsoleNull") // asked for newer ones too, below
  static boolean isInteractive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22 on there is a console without a terminal too.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException beforeJava22) {
      return true;
    }
  }

  @Override
  public synchronized void onProgress(String step, int done, int all) {
    long now = nanoTime.getAsLong();
    if (now - nextUpdate < 0) {
      return;
    }
    nextUpdate = now + UPDATE_INTERVAL_NANOS;
    rewriteLine(step + ": " + done + " of " + all);
  }

  @Override
  public synchronized void onEnd() {
    if (width > 0) {
      rewriteLine("");
      terminal.print('\r');
      terminal.flush();
      width = 0;
    }
  }

  private void rewriteLine(String line) {
    terminal.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    terminal.flush();
    width = line.length();
  }
}
