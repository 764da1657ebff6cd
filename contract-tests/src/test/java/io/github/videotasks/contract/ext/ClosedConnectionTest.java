package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever stops asking is gone: the server sees the end of the connection at once. */
class ClosedConnectionTest {

  private static final long SOON_MILLIS = 100;

  /** A stall makes one go late; a client that is late is late each time. */
  private static final int TRIES = 5;

  /** How far the answer has come when the caller gives up. */
  private enum Moment {
    BEFORE_THE_HEAD(""),
    IN_THE_HEAD("HTTP/1.1 200 OK\r\nX-A"),
    IN_THE_BODY("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"id\"");

    private final String sent;

    Moment(String sent) {
      this.sent = sent;
    }
  }

  /**
   * A way to stop.
   *
   * @param ask asks, and gives what stops the question
   */
  private record Way(String name, Function<VideoTasks, Runnable> ask) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Way> WAYS =
      List.of(
          new Way("cancel a question", tasks -> cancelling(tasks.getAsync("a"))),
          new Way("cancel a wait", tasks -> cancelling(tasks.awaitAsync("a"))),
          new Way("leave the stream of many", ClosedConnectionTest::leaving),
          new Way("close during a question", tasks -> closing(tasks, tasks.getAsync("a"))),
          new Way("close during a wait", tasks -> closing(tasks, tasks.awaitAsync("a"))),
          new Way("close during a blocking wait", tasks -> closing(tasks, () -> tasks.await("a"))),
          new Way("interrupt a question", tasks -> interrupting(() -> tasks.get("a"))),
          new Way("interrupt a wait", tasks -> interrupting(() -> tasks.await("a"))));

  private static Runnable cancelling(CompletableFuture<TaskState> future) {
    return () -> future.cancel(true);
  }

  private static Runnable leaving(VideoTasks tasks) {
    CompletableFuture<Flow.Subscription> stream = new CompletableFuture<>();
    tasks
        .watchAll(List.of("a"))
        .subscribe(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                stream.complete(subscription);
              }

              @Override
              public void onNext(TaskEvent event) {}

              @Override
              public void onError(Throwable error) {}

              @Override
              public void onComplete() {}
            });
    return () -> stream.join().cancel();
  }

  private static Runnable closing(VideoTasks tasks, CompletableFuture<TaskState> future) {
    return () -> {
      tasks.close();
      assertThat(future).isCompletedExceptionally();
    };
  }

  private static Runnable closing(VideoTasks tasks, Runnable blocking) {
    started(blocking);
    return tasks::close;
  }

  private static Runnable interrupting(Runnable blocking) {
    return started(blocking)::interrupt;
  }

  private static Thread started(Runnable blocking) {
    Thread thread =
        new Thread(
            () -> {
              try {
                blocking.run();
              } catch (VideoTasksException stopped) {
                assertThat(stopped.isRetryable()).isFalse();
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  static Stream<Arguments> rows() {
    return WAYS.stream()
        .flatMap(way -> Arrays.stream(Moment.values()).map(at -> Arguments.of(way, at)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isSeenByTheServerAtOnce(Way way, Moment moment) throws Exception {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && best > SOON_MILLIS; i++) {
      best = Math.min(best, millisUntilSeen(way, moment));
    }
    assertThat(best).isLessThanOrEqualTo(SOON_MILLIS);
  }

  private static long millisUntilSeen(Way way, Moment moment) throws Exception {
    CompletableFuture<Long> asked = new CompletableFuture<>();
    CompletableFuture<Long> seen = new CompletableFuture<>();
    RawServer.Reply reply =
        (socket, out) -> {
          Replies.text(moment.sent).to(socket, out);
          out.flush();
          asked.complete(System.nanoTime());
          readToTheEnd(socket.getInputStream());
          seen.complete(System.nanoTime());
        };
    try (RawServer server = new RawServer(List.of(reply));
        VideoTasks tasks =
            VideoTasks.builder()
                .baseUrl("http://127.0.0.1:" + server.port())
                .apiKey("key")
                .build()) {
      Runnable stop = way.ask().apply(tasks);
      asked.get(30, TimeUnit.SECONDS);
      long stopped = System.nanoTime();
      stop.run();
      return TimeUnit.NANOSECONDS.toMillis(seen.get(30, TimeUnit.SECONDS) - stopped);
    }
  }

  private static void readToTheEnd(InputStream in) {
    try {
      int next = in.read();
      assert next < 0 : "a client that was promised silence sends nothing more";
    } catch (IOException reset) {
      // An end as well.
    }
  }
}
