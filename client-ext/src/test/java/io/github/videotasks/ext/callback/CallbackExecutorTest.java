package io.github.videotasks.ext.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CallbackExecutorTest {

  private final List<String> saturations = new CopyOnWriteArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);

  private CallbackThreads twoThreads() {
    return new CallbackThreads(
        2, (queued, running) -> saturations.add(queued + " queued, " + running + " running"));
  }

  private void block(CallbackThreads threads, int tasks) {
    for (int i = 0; i < tasks; i++) {
      threads.execute(() -> awaitUninterruptibly(release));
    }
  }

  @Test
  void reportsSaturationOnceAndRunsWhatWasQueued() throws InterruptedException {
    CallbackThreads threads = twoThreads();
    block(threads, 2);
    assertThat(saturations).isEmpty();
    CountDownLatch done = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      threads.execute(done::countDown);
    }

    assertThat(saturations).containsExactly("1 queued, 2 running");
    release.countDown();
    done.await();
    threads.close();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void queueEmptiesWhateverTheOrderOfStartsAndEnds() throws InterruptedException {
    CallbackThreads threads = twoThreads();
    int tasks = 100_000;
    CountDownLatch done = new CountDownLatch(tasks);
    for (int i = 0; i < tasks; i++) {
      threads.execute(done::countDown);
    }
    done.await();
    threads.close();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void reportsSaturationAgainAfterNoCallbackHasWaited() throws InterruptedException {
    CallbackThreads threads = new CallbackThreads(1, (queued, running) -> saturations.add("full"));
    CountDownLatch first = new CountDownLatch(2);
    block(threads, 1);
    threads.execute(first::countDown);
    threads.execute(first::countDown);
    release.countDown();
    first.await();
    CountDownLatch second = new CountDownLatch(1);
    CountDownLatch hold = new CountDownLatch(1);
    threads.execute(() -> awaitUninterruptibly(hold));
    threads.execute(second::countDown);
    hold.countDown();
    second.await();
    threads.close();

    // Once more if the next task came before the first two were counted as done.
    assertThat(saturations).hasSizeBetween(2, 3);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void usesAnIdleThreadBeforeItStartsAnother() throws InterruptedException {
    CallbackThreads threads = new CallbackThreads(1000, (queued, running) -> {});
    List<Thread> used = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 100; i++) {
      CountDownLatch done = new CountDownLatch(1);
      threads.execute(
          () -> {
            used.add(Thread.currentThread());
            done.countDown();
          });
      done.await();
    }
    threads.close();
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
    List<Thread> used = new CopyOnWriteArrayList<>();
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
