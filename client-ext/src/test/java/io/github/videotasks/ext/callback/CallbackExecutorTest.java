package io.github.videotasks.ext.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CallbackExecutorTest {

  private final List<String> saturations = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch release = new CountDownLatch(1);

  private ExecutorService twoThreads() {
    return CallbackThreads.platformThreads(
        2, (queued, running) -> saturations.add(queued + " queued, " + running + " running"));
  }

  private void block(ExecutorService threads, int tasks) {
    for (int i = 0; i < tasks; i++) {
      threads.execute(
          () -> {
            try {
              release.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
  }

  @Test
  void reportsSaturationOnceAndRunsWhatWasQueued() throws InterruptedException {
    ExecutorService threads = twoThreads();
    block(threads, 2);
    assertThat(saturations).isEmpty();
    CountDownLatch done = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      threads.execute(done::countDown);
    }

    assertThat(saturations).containsExactly("1 queued, 2 running");
    release.countDown();
    done.await();
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void usesAnIdleThreadBeforeItStartsAnother() throws InterruptedException {
    ExecutorService threads = CallbackThreads.platformThreads(1000, (queued, running) -> {});
    List<Thread> used = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 100; i++) {
      CountDownLatch done = new CountDownLatch(1);
      threads.execute(
          () -> {
            used.add(Thread.currentThread());
            done.countDown();
          });
      done.await();
    }
    threads.shutdown();
    // A thread is idle some instructions after its task, so a second one may start in between.
    assertThat(used.stream().distinct().count()).isLessThan(50);
  }

  @Test
  void runsWhatAnExecutorOfTheCallerRejects() throws InterruptedException {
    CallbackExecutor executor =
        CallbackExecutor.using(
            task -> {
              throw new RejectedExecutionException("full");
            });
    CountDownLatch ran = new CountDownLatch(2);
    executor.execute(ran::countDown);
    executor.execute(ran::countDown);
    ran.await();
    executor.close();
  }

  @Test
  void runsWhatIsAddedAfterTheClose() throws InterruptedException {
    CallbackExecutor executor = CallbackExecutor.create((queued, running) -> {});
    executor.close();
    CountDownLatch ran = new CountDownLatch(1);
    executor.execute(ran::countDown);
    ran.await();
  }

  @Test
  void usesVirtualThreadsIfTheJvmHasThem() throws Exception {
    CallbackExecutor executor = CallbackExecutor.create((queued, running) -> {});
    List<Thread> used = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch ran = new CountDownLatch(1);
    executor.execute(
        () -> {
          used.add(Thread.currentThread());
          ran.countDown();
        });
    ran.await();
    executor.close();

    boolean virtual =
        Runtime.version().feature() >= 21
            && (boolean) Thread.class.getMethod("isVirtual").invoke(used.get(0));
    assertThat(virtual).isEqualTo(Runtime.version().feature() >= 21);
    assertThat(used.get(0).getName()).isEqualTo("video-tasks-callback");
  }
}
