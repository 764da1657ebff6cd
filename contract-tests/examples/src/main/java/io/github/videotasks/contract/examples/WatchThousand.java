package io.github.videotasks.contract.examples;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.events.TaskEvent;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.schedule.PollSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;

/** Watches 1,000 tasks with one subscription. Arguments: base URL, id of a task. */
public final class WatchThousand {

  private static final int TASKS = 1_000;

  private WatchThousand() {}

  /** Counts how many tasks ended in which stage; prints a line for every 250. */
  private static final class StageCounter implements Flow.Subscriber<TaskEvent> {

    private final Map<Stage, Integer> ends = new ConcurrentHashMap<>();
    private final CountDownLatch completed = new CountDownLatch(1);
    private int ended;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(TaskEvent event) {
      if (event instanceof TaskEvent.Ended end) {
        ends.merge(end.state().stage(), 1, Integer::sum);
        ended++;
        if (ended % 250 == 0) {
          System.out.println(ended + " of " + TASKS + " tasks have ended");
        }
      } else if (event instanceof TaskEvent.Failed failed) {
        System.out.println(failed.id().value() + ": " + failed.error().getMessage());
      }
    }

    @Override
    public void onError(Throwable error) {
      System.out.println(error.getMessage());
      completed.countDown();
    }

    @Override
    public void onComplete() {
      completed.countDown();
    }
  }

  /**
   * Waits until all tasks have ended.
   *
   * @param args base URL of a gateway, and an id to which {@code :1} to {@code :1000} is added
   */
  public static void main(String[] args) throws InterruptedException {
    String key = System.getenv().getOrDefault("VIDEO_TASKS_API_KEY", "any");
    List<String> ids =
        IntStream.rangeClosed(1, TASKS).mapToObj(number -> args[1] + ":" + number).toList();
    WaitPolicy policy =
        WaitPolicy.defaults().withSchedule(PollSchedule.fixed(Duration.ofSeconds(1)));
    StageCounter counter = new StageCounter();
    try (VideoTasks tasks =
        VideoTasks.builder().baseUrl(args[0]).apiKey(key).waitPolicy(policy).build()) {
      tasks.watchAll(ids).subscribe(counter);
      counter.completed.await();
    }
    System.out.println(counter.ends);
  }
}
