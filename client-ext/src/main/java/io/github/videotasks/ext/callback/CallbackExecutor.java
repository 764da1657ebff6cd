package io.github.videotasks.ext.callback;

import io.github.videotasks.ext.time.DaemonThreads;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs the callbacks of one client: listeners, subscribers and the dependent stages of its futures.
 * No callback is lost: what the executor rejects runs on a thread of its own.
 */
public final class CallbackExecutor implements Executor, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(CallbackExecutor.class.getName());

  private final Executor executor;
  private final @Nullable CallbackThreads owned;
  private final AtomicBoolean rejectionLogged = new AtomicBoolean();

  private CallbackExecutor(Executor executor, @Nullable CallbackThreads owned) {
    this.executor = executor;
    this.owned = owned;
  }

  /**
   * {@return one that uses an executor of the caller, or the default}
   *
   * @param executor see {@link #using}; null for {@link #create}
   * @param listener is notified when callbacks wait for a thread of the default
   */
  public static CallbackExecutor of(@Nullable Executor executor, SaturationListener listener) {
    return executor == null ? create(listener) : using(executor);
  }

  /**
   * {@return the default: a virtual thread for each callback if the JVM has virtual threads (21 and
   * later), otherwise up to {@value CallbackThreads#MAX_THREADS} platform threads}
   *
   * @param listener is notified when callbacks wait for a thread
   */
  public static CallbackExecutor create(SaturationListener listener) {
    ThreadFactory virtual = VirtualThreads.factory(CallbackThreads.NAME);
    if (virtual != null) {
      return new CallbackExecutor(callback -> virtual.newThread(callback).start(), null);
    }
    CallbackThreads threads = new CallbackThreads(CallbackThreads.MAX_THREADS, listener);
    return new CallbackExecutor(threads, threads);
  }

  /**
   * {@return one that uses an executor of the caller, which is not closed}
   *
   * @param executor runs the callbacks
   */
  public static CallbackExecutor using(Executor executor) {
    return new CallbackExecutor(executor, null);
  }

  @Override
  public void execute(Runnable callback) {
    try {
      executor.execute(callback);
    } catch (RejectedExecutionException rejected) {
      // A closed client rejects as a matter of course; an executor of the caller should not.
      if (owned == null && !rejectionLogged.getAndSet(true)) {
        LOG.log(
            Level.WARNING,
            "expected the callback executor to accept a task, found it rejected; rejected callbacks"
                + " run on threads of their own");
      }
      DaemonThreads.factory(CallbackThreads.NAME).newThread(callback).start();
    }
  }

  /** Ends the threads after the callbacks that wait for one. */
  @Override
  public void close() {
    if (owned != null) {
      owned.close();
    }
  }
}
