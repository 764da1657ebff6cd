package io.github.videotasks.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: interrupts the thread of the command and lets it store its state before the JVM ends. The
 * JVM itself ends with the code of the signal, 130 for Ctrl-C.
 */
final class Interruption {
  /** More than closing a client takes, less than the patience of a user. */
  private static final long MAX_WAIT_SECONDS = 5;

  private final Thread command;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Interruption(Thread command) {
    this.command = command;
  }

  /** Installs a shutdown hook for the thread that runs the command. */
  static Interruption install(Thread command) {
    Interruption installed = new Interruption(command);
    Runtime.getRuntime().addShutdownHook(new Thread(installed::interrupt, "interruption"));
    return installed;
  }

  private void interrupt() {
    if (ended.getCount() == 0) {
      return;
    }
    command.interrupt();
    try {
      boolean stored = ended.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
      if (!stored) {
        System.err.println("interrupted; the command did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reports that the command has ended, so that the process may end. */
  void commandEnded() {
    ended.countDown();
  }
}
