package io.github.videotasks.contract.ext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videotasks.ext.CallOptions;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.events.TaskEvent;
import io.github.videotasks.ext.payload.TaskState;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
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

/**
 * Tests that a canceled call closes its connection, as seen by the server. No timeout of the client
 * is near, so nothing else can close it.
 */
class ClosedConnectionTest {

  /** Ends a test that fails; the client has no timeout that is shorter. */
  private static final long PATIENCE_SECONDS = 60;

  private static final CallOptions NO_LIMIT =
      CallOptions.defaults().withTimeout(Duration.ofHours(1));

  /** How much of the response was sent when the caller stops. */
  private enum ResponseProgress {
    BEFORE_HEADERS(""),
    IN_HEADERS("HTTP/1.1 200 OK\r\nX-A"),
    IN_BODY("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"id\"");

    private final String sentText;

    ResponseProgress(String sentText) {
      this.sentText = sentText;
    }
  }

  /**
   * A way to stop a call.
   *
   * @param start starts the call and returns the action that stops it
   */
  private record StopAction(String name, Function<VideoTasks, Runnable> start) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<StopAction> STOP_ACTIONS =
      List.of(
          new StopAction("cancel a request", tasks -> cancelFuture(tasks.getAsync("a"))),
          new StopAction("cancel a wait", tasks -> cancelFuture(tasks.awaitAsync("a"))),
          new StopAction(
              "cancel the subscription of many tasks", ClosedConnectionTest::cancelSubscription),
          new StopAction(
              "close during a request", tasks -> closeClient(tasks, tasks.getAsync("a"))),
          new StopAction("close during a wait", tasks -> closeClient(tasks, tasks.awaitAsync("a"))),
          new StopAction(
              "close during a blocking wait", tasks -> closeClient(tasks, () -> tasks.await("a"))),
          new StopAction("interrupt a request", tasks -> interruptThread(() -> tasks.get("a"))),
          new StopAction("interrupt a wait", tasks -> interruptThread(() -> tasks.await("a"))));

  private static Runnable cancelFuture(CompletableFuture<TaskState> future) {
    return () -> future.cancel(true);
  }

  private static Runnable cancelSubscription(VideoTasks tasks) {
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

  private static Runnable closeClient(VideoTasks tasks, CompletableFuture<TaskState> future) {
    return () -> {
      tasks.close();
      assertThat(future).isCompletedExceptionally();
    };
  }

  private static Runnable closeClient(VideoTasks tasks, Runnable blocking) {
    startThread(blocking);
    return tasks::close;
  }

  private static Runnable interruptThread(Runnable blocking) {
    return startThread(blocking)::interrupt;
  }

  private static Thread startThread(Runnable blocking) {
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
    return STOP_ACTIONS.stream()
        .flatMap(
            action ->
                Arrays.stream(ResponseProgress.values())
                    .map(progress -> Arguments.of(action, progress)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void closesConnection(StopAction action, ResponseProgress progress) throws Exception {
    CompletableFuture<Void> requestSent = new CompletableFuture<>();
    CompletableFuture<Void> connectionClosed = new CompletableFuture<>();
    RawSocketServer.Reply reply =
        (socket, out) -> {
          RawReplies.text(progress.sentText).send(socket, out);
          out.flush();
          requestSent.complete(null);
          awaitEndOfStream(socket.getInputStream());
          connectionClosed.complete(null);
        };
    try (RawSocketServer server = new RawSocketServer(List.of(reply));
        VideoTasks tasks =
            VideoTasks.builder()
                .baseUrl("http://127.0.0.1:" + server.port())
                .apiKey("key")
                .httpClient(PatientHttpClient.create())
                .callOptions(NO_LIMIT)
                .build()) {
      Runnable stop = action.start().apply(tasks);
      requestSent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      stop.run();
      connectionClosed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void awaitEndOfStream(InputStream in) {
    try {
      int next = in.read();
      assert next < 0 : "expected the end of the stream, found more bytes";
    } catch (IOException reset) {
      // A reset ends the connection as well.
    }
  }
}
