package io.github.videotasks.ext.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.download.Download;
import io.github.videotasks.ext.download.SampleVideos;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.RateLimitedException;
import io.github.videotasks.ext.error.TaskNotFoundException;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.Stage;
import io.github.videotasks.ext.payload.TaskState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskScriptTest {

  @TempDir private Path folder;

  private final VirtualTime time = new VirtualTime();

  private VideoTasks client(TaskScript script) {
    return VideoTasks.builder().taskSource(script).scheduler(time).build();
  }

  @Test
  void scriptsEachTaskById() {
    TaskScript script =
        TaskScript.byId(time)
            .task("task_1", "processing 10", "completed")
            .task("task_2", "pending", "failed");
    try (VideoTasks tasks = client(script)) {
      CompletableFuture<TaskState> first = tasks.awaitAsync("task_1");
      CompletableFuture<TaskState> second = tasks.awaitAsync("task_2");
      time.advance(Duration.ofMinutes(10));
      assertThat(first.join().stage()).isEqualTo(Stage.SUCCEEDED);
      assertThat(second.join().stage()).isEqualTo(Stage.FAILED);
      assertThatThrownBy(() -> tasks.get("task_3"))
          .isInstanceOf(TaskNotFoundException.class)
          .hasMessageContaining("HTTP 404; code task_not_exist");
    }
  }

  @Test
  void tasksWithoutOwnResponsesShareTheOthers() {
    TaskScript script = new TaskScript(time, "pending", "completed").task("task_1", "failed");
    try (VideoTasks tasks = client(script)) {
      assertThat(tasks.get("task_2").stage()).isEqualTo(Stage.QUEUED);
      assertThat(tasks.get("task_1").stage()).isEqualTo(Stage.FAILED);
      assertThat(tasks.get("task_3").stage()).isEqualTo(Stage.SUCCEEDED);
    }
  }

  private VideoTasksException errorOf(String step) {
    try (VideoTasks tasks = client(new TaskScript(time, step))) {
      return (VideoTasksException) catchThrowable(() -> tasks.get("task_1"));
    }
  }

  @Test
  void scriptsStatusCodeAndMessageOfError() {
    assertThat(errorOf("REJECTED 400 invalid_id: the id is malformed: a/b"))
        .returns(ErrorKind.REJECTED, VideoTasksException::kind)
        .returns(400, VideoTasksException::httpStatus)
        .returns("invalid_id", VideoTasksException::code)
        .hasMessageStartingWith("the id is malformed: a/b [HTTP 400; code invalid_id;");
  }

  @Test
  void scriptsRetryAfter() {
    assertThat(errorOf("RATE_LIMITED 429 PT1M"))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            error -> {
              assertThat(error.retryAfter()).isEqualTo(Duration.ofMinutes(1));
              assertThat(error.httpStatus()).isEqualTo(429);
              assertThat(error.code()).isNull();
            });
  }

  @Test
  void upperCaseStatusIsNotAnError() {
    try (VideoTasks tasks = client(new TaskScript(time, "IN_PROGRESS 30"))) {
      assertThat(tasks.get("task_1"))
          .returns(Stage.RUNNING, TaskState::stage)
          .returns(30, TaskState::progress);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "processing much",
        "processing 1 2",
        "REJECTED a b",
        "RATE_LIMITED PTX",
        "RATE_LIMITED 429 PT1S PT2S",
        "a\"b"
      })
  void rejectsInvalidStepAtOnce(String step) {
    assertThatThrownBy(() -> new TaskScript(time, "pending", step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("found \"" + step + "\"");
  }

  @Test
  void rejectsEmptyScript() {
    assertThatThrownBy(() -> new TaskScript(time))
        .hasMessage("expected at least one step, found none");
    assertThatThrownBy(() -> TaskScript.byId(time).task("task_1"))
        .hasMessage("expected at least one step, found none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "completed",
        "{\"object\":\"video\",\"status\":\"completed\"}",
        "{\"status\":\"SUCCESS\",\"video_url\":\"https://files.example.net/v.mp4?sig=a%2Fb\"}"
      })
  void downloadsScriptedFileWithoutConnection(String step) {
    byte[] video = SampleVideos.mp4(5_000, 7);
    TaskScript script = TaskScript.byId(time).task("task_1", step).file("task_1", video);
    try (VideoTasks tasks = client(script)) {
      Download download = tasks.download("task_1", folder);
      assertThat(download.path()).hasBinaryContent(video).hasParent(folder.toAbsolutePath());
      assertThat(download.mediaType()).isEqualTo("video/mp4");
    }
  }
}
