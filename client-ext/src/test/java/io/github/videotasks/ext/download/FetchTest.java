package io.github.videotasks.ext.download;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.FetchListener;
import io.github.videotasks.ext.VideoTasks;
import io.github.videotasks.ext.VideoTasksBuilder;
import io.github.videotasks.ext.error.DownloadException;
import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import io.github.videotasks.ext.payload.TaskState;
import io.github.videotasks.ext.polling.WaitPolicy;
import io.github.videotasks.ext.polling.WaitSnapshot;
import io.github.videotasks.ext.polling.WaitTimeoutException;
import io.github.videotasks.ext.schedule.PollSchedule;
import io.github.videotasks.ext.testing.TaskScript;
import io.github.videotasks.ext.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Polls and downloads in one call: a scripted gateway in virtual time, and a real file host. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FetchTest {

  private static final byte[] VIDEO = SampleVideos.mp4(200_000, 1);
  private static final WaitPolicy POLICY =
      WaitPolicy.defaults()
          .withSchedule(PollSchedule.fixed(Duration.ofSeconds(10)))
          .withJitter(0)
          .withDeadline(Duration.ofSeconds(100));
  private static final DownloadOptions OPTIONS =
      DownloadOptions.defaults()
          .withPrivateNetworks()
          .withStallTimeout(Duration.ofHours(1))
          .withProgressInterval(Duration.ofHours(1));

  @TempDir Path folder;
  @AutoClose private final FileHost host = FileHost.serving(VIDEO);
  private final VirtualTime time = new VirtualTime();
  private final CountDownLatch disconnected = new CountDownLatch(1);
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<WaitSnapshot> snapshots = new ArrayList<>();

  private final FetchListener listener =
      new FetchListener() {
        @Override
        public void onChange(TaskState state) {
          events.add(state.stage().name());
        }

        @Override
        public void onPoll(WaitSnapshot snapshot) {
          snapshots.add(snapshot);
        }

        @Override
        public void onProgress(DownloadProgress progress) {
          events.add(progress.bytes() + " bytes");
        }
      };

  private String completed() {
    return "{\"status\":\"completed\",\"video_url\":\"" + host.url("/v") + "\"}";
  }

  private TaskScript script(String... steps) {
    return new TaskScript(time, steps);
  }

  private VideoTasksBuilder builder(TaskScript script) {
    return VideoTasks.builder().taskSource(script).scheduler(time).waitPolicy(POLICY);
  }

  private CompletableFuture<Download> start(VideoTasks tasks, String id) {
    return tasks.fetchAsync(id, folder, POLICY, OPTIONS, listener);
  }

  private static Download join(CompletableFuture<Download> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  private static VideoTasksException failure(CompletableFuture<Download> future) {
    ExecutionException error = catchThrowableOfType(ExecutionException.class, () -> join(future));
    return (VideoTasksException) requireNonNull(error.getCause());
  }

  /** Lets the host send half of the file, then nothing. */
  private void stallAfterHalf() {
    host.enqueue(
        (request, out) -> {
          host.truncatedAfter(VIDEO.length / 2).write(request, out);
          request.awaitDisconnect();
          disconnected.countDown();
        });
  }

  /** Blocks until half of the file of the task {@code a} is stored. */
  private void awaitHalf() throws IOException {
    Path partialFile = folder.resolve(".a.0.part");
    while (!Files.exists(partialFile) || Files.size(partialFile) < VIDEO.length / 2) {
      assertThat(Thread.interrupted()).as("interrupted by the timeout of this test").isFalse();
    }
  }

  @Test
  void pollsThenDownloads() throws Exception {
    TaskScript script = script("pending", "processing 40", completed());
    try (VideoTasks tasks = builder(script).build()) {
      CompletableFuture<Download> file = start(tasks, "sora-2:task_1");
      time.advance(Duration.ofSeconds(30));
      assertThat(join(file).path())
          .isEqualTo(folder.resolve("sora-2~task_1.mp4"))
          .hasBinaryContent(VIDEO);
      assertThat(script.pollTimes()).containsExactly(0L, 10L, 20L);
      assertThat(events).containsExactly("QUEUED", "RUNNING", "SUCCEEDED", "200000 bytes");
    }
  }

  @Test
  void blocksUntilFileIsComplete() {
    try (VideoTasks tasks = builder(script(completed())).build()) {
      Download file = tasks.fetch("a", folder, POLICY, OPTIONS, FetchListener.none());
      assertThat(file.path()).isEqualTo(folder.resolve("a.mp4")).hasBinaryContent(VIDEO);
    }
  }

  @Test
  void usesDefaultsOfBuilderAndOfDownloads() {
    try (VideoTasks tasks = builder(script(completed())).build()) {
      // The default options refuse this machine.
      assertThatThrownBy(() -> tasks.fetch("a", folder))
          .isInstanceOfSatisfying(
              DownloadException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.URL_REFUSED));
      assertThat(host.requests).isEmpty();
    }
  }

  @Test
  void endsAtDeadlineOfWaitWhileTaskRuns() {
    try (VideoTasks tasks = builder(script("processing")).build()) {
      CompletableFuture<Download> file = start(tasks, "a");
      time.advance(Duration.ofSeconds(99));
      assertThat(file).isNotDone();
      time.advance(Duration.ofSeconds(1));
      assertThat(failure(file)).isInstanceOf(WaitTimeoutException.class);
    }
  }

  @Test
  void endsAtSameDeadlineDuringDownloadAndResumesPartialFile() throws Exception {
    stallAfterHalf();
    try (VideoTasks tasks = builder(script("processing", completed())).build()) {
      CompletableFuture<Download> file = start(tasks, "a");
      time.advance(Duration.ofSeconds(10));
      awaitHalf();
      time.advance(Duration.ofSeconds(89));
      assertThat(file).isNotDone();
      time.advance(Duration.ofSeconds(1));
      VideoTasksException error = failure(file);
      assertThat(error.kind()).isEqualTo(ErrorKind.CALL_TIMEOUT);
      assertThat(error).hasMessageContaining("deadline of the wait policy");
      assertThat(disconnected.await(20, TimeUnit.SECONDS)).isTrue();

      Download again = join(start(tasks, "a"));
      assertThat(again.path()).hasBinaryContent(VIDEO);
      assertThat(again.resumedFrom()).isPositive();
      assertThat(DownloadFixture.fileNames(folder)).containsExactly("a.mp4");
    }
  }

  @Test
  void countsTimeInDownloadQueue() throws Exception {
    stallAfterHalf();
    try (VideoTasks tasks = builder(script(completed())).maxDownloads(1).build()) {
      CompletableFuture<Download> first =
          tasks.downloads().resultAsync("a", folder, OPTIONS.withTimeout(Duration.ofHours(1)));
      awaitHalf();
      CompletableFuture<Download> queued = start(tasks, "b");
      time.advance(Duration.ofSeconds(100));
      assertThat(failure(queued).kind()).isEqualTo(ErrorKind.CALL_TIMEOUT);
      assertThat(host.requests).hasSize(1);
      assertThat(first).isNotDone();

      first.cancel(true);
      assertThat(disconnected.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(join(start(tasks, "c")).path()).hasBinaryContent(VIDEO);
    }
  }

  @Test
  void keepsShorterTimeoutOfDownload() throws Exception {
    stallAfterHalf();
    try (VideoTasks tasks = builder(script(completed())).build()) {
      CompletableFuture<Download> file =
          tasks.fetchAsync(
              "a", folder, POLICY, OPTIONS.withTimeout(Duration.ofSeconds(20)), listener);
      awaitHalf();
      time.advance(Duration.ofSeconds(20));
      assertThat(failure(file)).hasMessageContaining("withTimeout(…)");
    }
  }

  @Test
  void cancelsPoll() {
    TaskScript script = script("hang");
    try (VideoTasks tasks = builder(script).build()) {
      CompletableFuture<Download> file = start(tasks, "a");
      file.cancel(true);
      assertThat(script.responses()).singleElement().matches(CompletableFuture::isCancelled);
    }
  }

  @Test
  void cancelsDownload() throws Exception {
    stallAfterHalf();
    try (VideoTasks tasks = builder(script(completed())).build()) {
      CompletableFuture<Download> file = start(tasks, "a");
      awaitHalf();
      file.cancel(true);
      assertThat(disconnected.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(folder.resolve("a.mp4")).doesNotExist();
    }
  }

  @Test
  void reportsReasonOfFailedTask() {
    String failed = "{\"status\":\"failed\",\"error\":{\"message\":\"no frames decoded\"}}";
    try (VideoTasks tasks = builder(script("processing", failed)).build()) {
      CompletableFuture<Download> file = start(tasks, "a");
      time.advance(Duration.ofSeconds(10));
      VideoTasksException error = failure(file);
      assertThat(error.kind()).isEqualTo(ErrorKind.NO_FILE);
      assertThat(error).hasMessageContaining("no frames decoded");
    }
  }

  @Test
  void continuesFromSnapshotOfOtherProcess() throws Exception {
    try (VideoTasks tasks = builder(script("processing")).build()) {
      CompletableFuture<Download> file = start(tasks, "a");
      time.advance(Duration.ofSeconds(50));
      file.cancel(true);
    }
    WaitSnapshot stored = WaitSnapshot.parse(snapshots.get(snapshots.size() - 1).toJson());
    stallAfterHalf();
    try (VideoTasks tasks = builder(script(completed())).build()) {
      CompletableFuture<Download> file = tasks.fetchAsync(stored, folder, OPTIONS, listener);
      awaitHalf();
      time.advance(Duration.ofSeconds(49));
      assertThat(file).isNotDone();
      time.advance(Duration.ofSeconds(1));
      assertThat(failure(file).kind()).isEqualTo(ErrorKind.CALL_TIMEOUT);
      assertThat(disconnected.await(20, TimeUnit.SECONDS)).isTrue();

      Download again = tasks.fetch(stored, folder, OPTIONS, listener);
      assertThat(again.path()).hasBinaryContent(VIDEO);
      assertThat(again.resumedFrom()).isPositive();
    }
  }

  @Test
  void failsWithExceptionOfListener() {
    FetchListener broken =
        new FetchListener() {
          @Override
          public void onProgress(DownloadProgress progress) {
            throw new IllegalStateException("listener failed");
          }
        };
    try (VideoTasks tasks = builder(script(completed())).build()) {
      assertThatThrownBy(() -> tasks.fetch("a", folder, POLICY, OPTIONS, broken))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("listener failed");
    }
  }

  @Test
  void failsOnClose() {
    VideoTasks tasks = builder(script("processing")).build();
    CompletableFuture<Download> file = start(tasks, "a");
    tasks.close();
    assertThat(failure(file).kind()).isEqualTo(ErrorKind.CLOSED);
    assertThat(failure(start(tasks, "b")).kind()).isEqualTo(ErrorKind.CLOSED);
  }

  @Test
  void rejectsUnsafeIdBeforePoll() {
    TaskScript script = script(completed());
    try (VideoTasks tasks = builder(script).build()) {
      assertThatThrownBy(() -> tasks.fetchAsync("../a", folder))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(script.responses()).isEmpty();
    }
  }
}
