package io.github.videotasks.ext.download;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videotasks.ext.error.ErrorKind;
import io.github.videotasks.ext.error.VideoTasksException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Timeout, stall, cancellation and listener errors of a download, and the files they leave. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DownloadLifecycleTest {

  private static final byte[] VIDEO = SampleVideos.mp4(200_000, 1);

  @TempDir Path folder;
  private final DownloadFixture fixture = new DownloadFixture();
  private final CountDownLatch halfSent = new CountDownLatch(1);
  private final CountDownLatch clientDisconnected = new CountDownLatch(1);
  @AutoClose private final FileHost host = FileHost.serving(VIDEO);

  /** Sends half of the file, then nothing until the client has disconnected. */
  private FileHost.ResponseWriter sendHalfThenHang() {
    return (request, out) -> {
      host.truncatedAfter(100_000).write(request, out);
      halfSent.countDown();
      request.awaitDisconnect();
      clientDisconnected.countDown();
    };
  }

  private CompletableFuture<Download> startAndReceiveHalf(DownloadOptions options)
      throws Exception {
    host.enqueue(sendHalfThenHang());
    CompletableFuture<Download> future = fixture.startDownload(host.url("/v"), folder, options);
    assertThat(halfSent.await(20, TimeUnit.SECONDS)).isTrue();
    while (partialFileSize() < 100_000) {
      assertThat(Thread.interrupted()).as("interrupted by the timeout of this test").isFalse();
    }
    return future;
  }

  private long partialFileSize() throws IOException {
    Path partialFile = folder.resolve(".sora-2~task_1.0.part");
    return Files.exists(partialFile) ? Files.size(partialFile) : 0;
  }

  /**
   * Advances virtual time exactly to the timeout. The grace period then never ends, so the future
   * completes only after the partial file was closed.
   */
  private VideoTasksException failureAtTimeout(DownloadOptions options) throws Exception {
    CompletableFuture<Download> future =
        startAndReceiveHalf(options.withTimeout(Duration.ofMinutes(5)));
    fixture.time.advance(Duration.ofMinutes(5));
    ExecutionException error =
        catchThrowableOfType(ExecutionException.class, () -> future.get(20, TimeUnit.SECONDS));
    return (VideoTasksException) requireNonNull(error.getCause());
  }

  @Test
  void retriesAfterStall() throws Exception {
    CompletableFuture<Download> future =
        startAndReceiveHalf(DownloadFixture.OPTIONS.withStallTimeout(Duration.ofMinutes(5)));
    assertThat(fixture.join(future).requests()).isGreaterThan(1);
    assertThat(clientDisconnected.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(folder.resolve("sora-2~task_1.mp4")).hasBinaryContent(VIDEO);
  }

  @Test
  void timesOutAndKeepsPartialFile() throws Exception {
    VideoTasksException error = failureAtTimeout(DownloadFixture.OPTIONS);
    assertThat(error.kind()).isEqualTo(ErrorKind.CALL_TIMEOUT);
    assertThat(error)
        .hasMessageStartingWith(
            "task sora-2:task_1: expected the file within PT5M, found it incomplete; raise");
    assertThat(DownloadFixture.fileNames(folder))
        .containsExactly(".sora-2~task_1.0.part", ".sora-2~task_1.0.part-state");
    Download next = fixture.download(host.url("/v"), folder, DownloadFixture.OPTIONS);
    assertThat(next.resumedFrom()).isPositive();
    assertThat(next.path()).hasBinaryContent(VIDEO);
    assertThat(DownloadFixture.fileNames(folder)).containsExactly("sora-2~task_1.mp4");
  }

  @Test
  void deletesPartialFileWhenConfigured() throws Exception {
    failureAtTimeout(DownloadFixture.OPTIONS.withoutPartialFile());
    assertThat(DownloadFixture.fileNames(folder)).isEmpty();
  }

  @Test
  void abortsRequestOnCancel() throws Exception {
    CompletableFuture<Download> future = startAndReceiveHalf(DownloadFixture.OPTIONS);
    assertThat(future.cancel(true)).isTrue();
    assertThat(clientDisconnected.await(20, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    assertThat(Files.exists(folder.resolve("sora-2~task_1.mp4"))).isFalse();
  }

  @Test
  void leavesNoScheduledCalls() throws Exception {
    fixture.download(host.url("/v"), folder, DownloadFixture.OPTIONS);
    assertThat(fixture.time.pendingCalls()).isZero();
  }

  @Test
  void limitsConcurrencyAndRunsQueuedDownloads() throws Exception {
    List<CompletableFuture<Download>> all = new ArrayList<>();
    Downloader downloader = fixture.downloader();
    host.enqueue(sendHalfThenHang());
    for (int i = 0; i < 6; i++) {
      Path target = folder.resolve("f" + i);
      all.add(
          downloader.resultAsync(
              DownloadFixture.finishedTask(host.url("/" + i)),
              target,
              DownloadFixture.OPTIONS.withStallTimeout(Duration.ofHours(1))));
    }
    for (CompletableFuture<Download> future : all) {
      assertThat(fixture.join(future).path()).hasBinaryContent(VIDEO);
    }
  }

  @Test
  void reportsProgressUpToLastByte() throws Exception {
    List<DownloadProgress> reported = new CopyOnWriteArrayList<>();
    fixture.download(host.url("/v"), folder, DownloadFixture.OPTIONS.withListener(reported::add));
    DownloadProgress last = reported.get(reported.size() - 1);
    assertThat(last.bytes()).isEqualTo(VIDEO.length);
    assertThat(last.total()).isEqualTo(VIDEO.length);
    assertThat(reported).doesNotHaveDuplicates();
  }

  @Test
  void failsWithExceptionOfListener() throws Exception {
    CompletableFuture<Download> future =
        startAndReceiveHalf(
            DownloadFixture.OPTIONS.withListener(
                progress -> {
                  throw new IllegalStateException("listener failed");
                }));
    assertThatThrownBy(() -> fixture.join(future))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("listener failed");
    assertThat(clientDisconnected.await(20, TimeUnit.SECONDS)).isTrue();
  }
}
