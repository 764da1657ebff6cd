package io.github.videotasks.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundsTest {

  private final TestDatabase test = TestDatabase.create();
  private final AtomicLong nanos = new AtomicLong();
  private final DatabaseClock clock = new DatabaseClock(nanos::get, Instant.now());
  private final AtomicInteger counts = new AtomicInteger();
  private final CountDownLatch secondCount = new CountDownLatch(2);
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void close() {
    released.countDown();
    test.close();
  }

  private Bounds bounds(long maxWaits) {
    Database database =
        new Database(
            HookedDataSource.of(
                test.dataSource(),
                sql -> {
                  secondCount.countDown();
                  if (counts.incrementAndGet() == 2) {
                    await(released);
                  }
                }));
    return new Bounds(database, clock, maxWaits, 1_000);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void insertWaits(int first, int last) {
    test.execute(
        "insert into video_tasks.wait (gateway, task, bucket, due_at, epoch, nudges, started_at,"
            + " policy, snapshot) select 'g', n::text, 0, now(), 0, 0, now(), repeat('x', 150), ''"
            + " from generate_series(%d, %d) n".formatted(first, last));
  }

  @Test
  void oneCallerCountsWhileTheOthersUseTheCountBefore() {
    Bounds bounds = bounds(1_000);
    bounds.add();
    nanos.addAndGet(11_000_000_000L);
    CompletableFuture<Void> counting = CompletableFuture.runAsync(bounds::add);
    await(secondCount);
    CompletableFuture.runAsync(bounds::add).orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(counting).isNotDone();
    released.countDown();
    counting.join();
    assertThat(counts).hasValue(2);
  }

  @Test
  void countsAtMostEveryTenSeconds() {
    Bounds bounds = bounds(1_000);
    for (int i = 0; i < 50; i++) {
      bounds.add();
    }
    assertThat(counts).hasValue(1);
  }

  /** A page has space for 81 rows, as far as is known without counting them. */
  @Test
  void theSpaceOfATableRefusesNothing() {
    released.countDown();
    insertWaits(1, 5);
    Bounds bounds = bounds(90);
    for (int i = 0; i < 50; i++) {
      bounds.add();
    }
    assertThat(counts).hasValue(2);
  }

  @Test
  void refusesAtTheBoundUntilAWaitHasEnded() {
    released.countDown();
    insertWaits(1, 90);
    Bounds bounds = bounds(90);
    assertThatThrownBy(bounds::add)
        .isInstanceOf(DurableWaitsException.class)
        .hasMessageStartingWith("expected fewer than 90 open waits, found 90;");
    test.execute("delete from video_tasks.wait where task = '1'");
    bounds.add();
    insertWaits(91, 91);
    assertThatThrownBy(bounds::add).isInstanceOf(DurableWaitsException.class);
  }
}
