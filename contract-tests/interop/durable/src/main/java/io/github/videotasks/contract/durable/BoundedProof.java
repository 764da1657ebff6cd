package io.github.videotasks.contract.durable;

import io.github.videotasks.ext.time.DaemonThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A measurement that ends in any case: after its bound it is interrupted, upon which it stops what
 * it has started, and fails.
 *
 * @param name the name of the measurement
 * @param bound more time than it needs on a busy machine
 * @param proof the measurement
 */
record BoundedProof(String name, Duration bound, DurableProof.Proof proof)
    implements DurableProof.Proof {

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // ends with the timer
  public List<ProofRow> run(LocalPostgres database) throws Exception {
    Thread runner = Thread.currentThread();
    AtomicBoolean tooLong = new AtomicBoolean();
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(DaemonThreads.factory("bound-of-" + name));
    Runnable end =
        () -> {
          tooLong.set(true);
          runner.interrupt();
        };
    timer.schedule(end, bound.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return proof.run(database);
    } catch (InterruptedException e) {
      if (!tooLong.get()) {
        throw e;
      }
      throw new IllegalStateException(
          "expected the measurement \"%s\" to end within %d s, found it running"
              .formatted(name, bound.toSeconds()),
          e);
    } finally {
      timer.shutdownNow();
    }
  }
}
