package io.github.videotasks.spec.cli;

import io.github.videotasks.spec.ProgressListener;
import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Progress line on a terminal, shown once a command takes longer than a second. The line is
 * rewritten at most ten times a second and cleared at the end.
 */
final class TerminalProgress implements ProgressListener {
  private static final long INITIAL_DELAY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long UPDATE_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final PrintWriter terminal;
  private final LongSupplier nanoTime;
  private long nextUpdate;
  private int width;

  /**
   * Starts to measure the time.
   *
   * @param terminal the writer for the line
   * @param nanoTime the clock, in ns
   */
  TerminalProgress(PrintWriter terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.nextUpdate = nanoTime.getAsLong() + INITIAL_DELAY_NANOS;
  }

  /** Returns whether standard input and standard output are a terminal. */
  @SuppressWarnings("SystemConsoleNull") // newer versions are handled below
  static boolean isInteractive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since Java 22, System.console() is not null without a terminal either.
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
