package io.github.videotasks.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.videotasks.ext.error.ConnectionException;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.TaskListener;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** How waits end at the facade, in virtual time. */
class WaitFacadeTest {

  private final VirtualTime time = new VirtualTime();

  private VideoTasks client(TaskScript script) {
    return VideoTasks.builder().taskSource(script).scheduler(time).build();
  }

  @Test
  void interruptReportsWaitAndEndsIt() {
    TaskScript script = new TaskScript(time, "pending");
    try (VideoTasks tasks = client(script)) {
      Thread.currentThread().interrupt();
      Throwable thrown = catchThrowable(() -> tasks.await("task_1"));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(thrown)
          .isInstanceOfSatisfying(
              VideoTasksException.class,
              error -> {
                assertThat(error.kind()).isEqualTo(ErrorKind.INTERRUPTED);
                assertThat(error.attempts()).isEqualTo(1);
                assertThat(error.waitTimeline()).isEqualTo("1 poll; QUEUED (pending) after 0 s");
                assertThat(error.lastState()).isNotNull();
              });
      time.advance(Duration.ofHours(1));
      assertThat(script.pollTimes()).containsExactly(0L);
    }
  }

  @Test
  void unknownHostEndsWaitAtFirstPoll() {
    OkHttpClient nameless =
        new OkHttpClient.Builder()
            .dns(
                name -> {
                  throw new UnknownHostException(name);
                })
            .build();
    CallOptions once = CallOptions.defaults().withMaxRequests(1);
    try (VideoTasks tasks =
        VideoTasks.builder()
            .baseUrl("https://gateway.example")
            .apiKey("key")
            .httpClient(nameless)
            .build()) {
      Throwable thrown =
          catchThrowable(
              () -> tasks.await("task_1", WaitPolicy.defaults(), once, TaskListener.none()));
      assertThat(thrown)
          .isInstanceOfSatisfying(
              ConnectionException.class,
              error -> {
                assertThat(error.kind()).isEqualTo(ErrorKind.UNKNOWN_HOST);
                assertThat(error.waitTimeline()).isEqualTo("1 poll, 1 failed");
              });
    }
  }

  @Test
  void closeReportsWait() {
    VideoTasks tasks = client(new TaskScript(time, "processing 4"));
    CompletableFuture<TaskState> wait = tasks.awaitAsync("task_1");
    time.advance(Duration.ofSeconds(1));
    tasks.close();
    assertThat(catchThrowable(wait::join))
        .cause()
        .isInstanceOfSatisfying(
            VideoTasksException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ErrorKind.CLOSED);
              assertThat(error.elapsed()).isEqualTo(Duration.ofSeconds(1));
              assertThat(error.waitTimeline()).isEqualTo("1 poll; RUNNING (processing) after 0 s");
            });
  }

  @Test
  void responseToGetCountsAsFirstResponseOfGateway() {
    TaskScript script =
        TaskScript.byId(time).task("task_1", "pending").task("task_2", "CONNECTION");
    try (VideoTasks tasks = client(script)) {
      tasks.get("task_1");
      CompletableFuture<TaskState> wait = tasks.awaitAsync("task_2");
      time.advance(Duration.ofSeconds(599));
      assertThat(wait).isNotDone();
      time.advance(Duration.ofSeconds(1));
      assertThat(wait).isCompletedExceptionally();
    }
  }
}
