package io.github.videotasks.ext.recording;

import io.github.videotasks.ext.time.DaemonThreads;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes exchanges to a file, masked, on a thread of its own. {@link #record} returns at once and
 * does not throw: an exchange is dropped and counted if the queue is full, the file has its size or
 * cannot be written. {@link #close} writes what is queued, and the number of dropped exchanges.
 */
public final class ExchangeRecorder implements AutoCloseable {

  /** The smallest limit: a line and the line of the counts. */
  public static final long MIN_BYTES = 1_024;

  private static final int CAPACITY = 256;
  private static final long MAX_QUEUED_BYTES = 8L << 20;
  private static final long KEEP_ALIVE_SECONDS = 5;
  private static final long CLOSE_SECONDS = 2;

  /** The size of the last line. */
  private static final int RESERVED = 128;

  private static final System.Logger LOG = System.getLogger(ExchangeRecorder.class.getName());

  private final RecordingFile file;
  private final ThreadPoolExecutor thread;
  private final AtomicLong queuedBytes = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private volatile boolean failed;

  /**
   * Creates a recorder; the file is opened with the first exchange.
   *
   * @param path the file, which is appended to
   * @param maxBytes the most bytes of the file
   */
  public ExchangeRecorder(Path path, long maxBytes) {
    file = new RecordingFile(path, maxBytes);
    thread =
        new ThreadPoolExecutor(
            1,
            1,
            KEEP_ALIVE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(CAPACITY),
            DaemonThreads.factory("video-tasks-recording"));
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * Queues an exchange.
   *
   * @param exchange dropped and counted if the queue or the file is full
   */
  public void record(RecordedExchange exchange) {
    long bytes = exchange.body().size();
    if (queuedBytes.addAndGet(bytes) > MAX_QUEUED_BYTES) {
      queuedBytes.addAndGet(-bytes);
      drop();
      return;
    }
    try {
      thread.execute(() -> write(exchange, bytes));
    } catch (RejectedExecutionException e) {
      queuedBytes.addAndGet(-bytes);
      drop();
    }
  }

  /** Counts an exchange that cannot be recorded. */
  public void drop() {
    dropped.incrementAndGet();
  }

  private void write(RecordedExchange exchange, long bytes) {
    try {
      if (file.append(exchange.line(), RESERVED)) {
        written.incrementAndGet();
      } else {
        drop();
      }
    } catch (IOException e) {
      drop();
      reportOnce(e.getClass().getName());
    } catch (RuntimeException | StackOverflowError e) {
      // Without its message, which may quote the response.
      drop();
      reportOnce(e.getClass().getName());
    } finally {
      queuedBytes.addAndGet(-bytes);
    }
  }

  private void reportOnce(String found) {
    if (!failed) {
      failed = true;
      LOG.log(
          Level.WARNING,
          () ->
              "expected to record responses to "
                  + file
                  + ", found "
                  + found
                  + "; they are dropped");
    }
  }

  /** Writes what is queued, and closes the file. Takes two seconds at most. */
  @Override
  public void close() {
    try {
      thread.execute(this::finish);
    } catch (RejectedExecutionException e) {
      // The queue is full: its exchanges are written, but not the last line.
      drop();
    }
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish() {
    try {
      if (file.isOpen()) {
        String counts = "{\"recording\":{\"written\":" + written + ",\"dropped\":" + dropped + "}}";
        file.append(counts, 0);
      }
      file.close();
    } catch (IOException e) {
      reportOnce(e.getClass().getName());
    }
  }

  @Override
  public String toString() {
    return "ExchangeRecorder[" + written + " written, " + dropped + " dropped]";
  }
}
